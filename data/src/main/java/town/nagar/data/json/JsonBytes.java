package town.nagar.data.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Writes JSON to a stream through one small buffer, without an object for a number or a time.
 *
 * <p>A row of ten numbers costs about a microsecond. The caller keeps the grammar: commas are set
 * between members of one level, nothing else is checked.
 */
public final class JsonBytes {
    /** Fastest-written decimals; exact for all numbers that have at most so many. */
    private static final double SCALE = 1e4;

    private static final int SCALE_DIGITS = 4;
    private static final double FIXED_BELOW = 1e11;
    private static final long MILLIS_A_DAY = 86_400_000L;
    private static final int ROOM = 64;

    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int size;
    private boolean first = true;
    private long cachedDay = Long.MIN_VALUE;
    private byte[] cachedDate = {};

    public JsonBytes(OutputStream out) {
        this.out = out;
    }

    public JsonBytes beginObject() throws IOException {
        comma();
        return open('{');
    }

    public JsonBytes beginArray() throws IOException {
        comma();
        return open('[');
    }

    public JsonBytes endObject() throws IOException {
        return close('}');
    }

    public JsonBytes endArray() throws IOException {
        return close(']');
    }

    private JsonBytes open(char bracket) throws IOException {
        put((byte) bracket);
        first = true;
        return this;
    }

    private JsonBytes close(char bracket) throws IOException {
        put((byte) bracket);
        first = false;
        return this;
    }

    /** A member's name; its value follows. */
    public JsonBytes name(String name) throws IOException {
        string(name);
        put((byte) ':');
        first = true;
        return this;
    }

    /** A member's name that was made ready by {@link #ready}. */
    public JsonBytes name(byte[] readyName) throws IOException {
        comma();
        raw(readyName);
        first = true;
        return this;
    }

    /** A name as {@link #name(byte[])} takes it. */
    public static byte[] ready(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
    }

    public JsonBytes string(String text) throws IOException {
        comma();
        put((byte) '"');
        for (int i = 0; i < text.length(); i++) {
            character(text, i);
        }
        put((byte) '"');
        return this;
    }

    private void character(String text, int at) throws IOException {
        char c = text.charAt(at);
        if (c == '"' || c == '\\') {
            put((byte) '\\');
            put((byte) c);
        } else if (c < ' ') {
            raw("\\u%04x".formatted((int) c).getBytes(StandardCharsets.UTF_8));
        } else if (c < 0x80) {
            put((byte) c);
        } else if (!Character.isLowSurrogate(c)) {
            int end = Character.isHighSurrogate(c) && at + 1 < text.length() ? at + 2 : at + 1;
            raw(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
        }
    }

    public JsonBytes bool(boolean value) throws IOException {
        return text(value ? "true" : "false");
    }

    public JsonBytes nothing() throws IOException {
        return text("null");
    }

    private JsonBytes text(String ascii) throws IOException {
        comma();
        raw(ascii.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Text that is JSON already. */
    public JsonBytes json(byte[] json) throws IOException {
        comma();
        raw(json);
        return this;
    }

    /**
     * An object that is JSON already, left open so that members can be added; {@link #endObject}
     * closes it.
     *
     * @throws IllegalArgumentException if it does not end with a brace
     */
    public JsonBytes reopened(byte[] object) throws IOException {
        int last = object.length - 1;
        if (last < 1 || object[last] != '}') {
            throw new IllegalArgumentException("no JSON object of %d bytes".formatted(last + 1));
        }
        comma();
        raw(object, last);
        first = object[last - 1] == '{';
        return this;
    }

    /** A number that reads back as the same double; null if it is not finite. */
    public JsonBytes number(double value) throws IOException {
        if (!Double.isFinite(value)) {
            return nothing();
        }
        double scaled = Math.rint(value * SCALE);
        if (Math.abs(value) < FIXED_BELOW && scaled / SCALE == value) {
            comma();
            fixed((long) scaled);
            return this;
        }
        return text(Double.toString(value));
    }

    /** A mean or another result of arithmetic: rounded to four decimals; null if not finite. */
    public JsonBytes rounded(double value) throws IOException {
        return number(Math.abs(value) < FIXED_BELOW ? Math.rint(value * SCALE) / SCALE : value);
    }

    public JsonBytes number(long value) throws IOException {
        comma();
        digits(value);
        return this;
    }

    /** An instant as in {@code "2026-02-06T08:00:00Z"}, milliseconds only if there are any. */
    public JsonBytes time(long epochMillis) throws IOException {
        comma();
        room();
        buffer[size++] = '"';
        long day = Math.floorDiv(epochMillis, MILLIS_A_DAY);
        if (day != cachedDay) {
            cachedDay = day;
            cachedDate = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
        }
        System.arraycopy(cachedDate, 0, buffer, size, cachedDate.length);
        size += cachedDate.length;
        clock((int) Math.floorMod(epochMillis, MILLIS_A_DAY));
        buffer[size++] = 'Z';
        buffer[size++] = '"';
        return this;
    }

    private void clock(int millis) {
        int seconds = millis / 1000;
        two('T', seconds / 3600);
        two(':', seconds / 60 % 60);
        two(':', seconds % 60);
        int rest = millis % 1000;
        if (rest > 0) {
            buffer[size++] = '.';
            buffer[size++] = (byte) ('0' + rest / 100);
            buffer[size++] = (byte) ('0' + rest / 10 % 10);
            buffer[size++] = (byte) ('0' + rest % 10);
        }
    }

    private void two(char before, int number) {
        buffer[size++] = (byte) before;
        buffer[size++] = (byte) ('0' + number / 10);
        buffer[size++] = (byte) ('0' + number % 10);
    }

    /** A number given in ten-thousandths. */
    private void fixed(long scaled) throws IOException {
        room();
        if (scaled < 0) {
            buffer[size++] = '-';
        }
        long absolute = Math.abs(scaled);
        digits(absolute / (long) SCALE);
        decimals((int) (absolute % (long) SCALE));
    }

    private void decimals(int fraction) {
        if (fraction == 0) {
            return;
        }
        buffer[size++] = '.';
        int end = size + SCALE_DIGITS;
        for (int at = end - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + fraction % 10);
            fraction /= 10;
        }
        while (buffer[end - 1] == '0') {
            end--;
        }
        size = end;
    }

    private void digits(long value) throws IOException {
        if (value == Long.MIN_VALUE) {
            raw(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        room();
        if (value < 0) {
            buffer[size++] = '-';
        }
        long rest = Math.abs(value);
        int count = 1;
        for (long power = rest; power >= 10; power /= 10) {
            count++;
        }
        for (int at = size + count - 1; at >= size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    private void comma() throws IOException {
        if (!first) {
            put((byte) ',');
        }
        first = false;
    }

    private void put(byte b) throws IOException {
        if (size == buffer.length) {
            flushBuffer();
        }
        buffer[size++] = b;
    }

    private void raw(byte[] bytes) throws IOException {
        raw(bytes, bytes.length);
    }

    private void raw(byte[] bytes, int length) throws IOException {
        if (length > buffer.length - size) {
            flushBuffer();
        }
        if (length > buffer.length) {
            out.write(bytes, 0, length);
            return;
        }
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
    }

    /** Makes place for a number or a time. */
    private void room() throws IOException {
        if (buffer.length - size < ROOM) {
            flushBuffer();
        }
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }

    /** Hands everything written so far to the stream. */
    public void flush() throws IOException {
        flushBuffer();
        out.flush();
    }
}
