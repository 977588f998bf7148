package town.nagar.streams.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in PostgreSQL's binary COPY format, written into one growing array. */
final class CopyRows {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** 2000-01-01T00:00Z, from which PostgreSQL counts microseconds. */
    private static final long EPOCH_2000_MILLIS = 946_684_800_000L;

    private static final int JSONB_VERSION = 1;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    CopyRows() {
        clear();
    }

    void clear() {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        length = HEADER.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void startRow(int columns) {
        put2(columns);
    }

    void end() {
        put2(-1);
    }

    void missing() {
        put4(-1);
    }

    /** A float8; NaN is a missing value. */
    void number(double value) {
        if (Double.isNaN(value)) {
            missing();
        } else {
            put4(8);
            put8(Double.doubleToRawLongBits(value));
        }
    }

    /** An integer, rounded; NaN and what no integer holds is a missing value. */
    void integer(double value) {
        long rounded = Math.round(value);
        if (Double.isNaN(value) || rounded != (int) rounded) {
            missing();
        } else {
            put4(4);
            put4((int) rounded);
        }
    }

    void bigint(long value) {
        put4(8);
        put8(value);
    }

    void time(long epochMillis) {
        put4(8);
        put8((epochMillis - EPOCH_2000_MILLIS) * 1000);
    }

    /** A text; the empty one is a missing value. */
    void text(String value) {
        if (value.isEmpty()) {
            missing();
        } else {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            put4(utf8.length);
            put(utf8);
        }
    }

    /** A jsonb; the empty text is a missing value. */
    void json(String value) {
        if (value.isEmpty()) {
            missing();
        } else {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            put4(utf8.length + 1);
            reserve(1);
            bytes[length++] = JSONB_VERSION;
            put(utf8);
        }
    }

    private void put(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void put2(int value) {
        reserve(2);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void put4(int value) {
        put2(value >>> 16);
        put2(value);
    }

    private void put8(long value) {
        put4((int) (value >>> 32));
        put4((int) value);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
