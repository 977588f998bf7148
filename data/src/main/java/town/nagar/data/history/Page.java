package town.nagar.data.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/**
 * Which rows of an answer are wanted.
 *
 * @param number of the page, from 1; 1 with a cursor
 * @param size rows a page at most
 * @param cursor where the page before ended, if told
 * @param count how the total is to be found
 */
record Page(int number, int size, Optional<Cursor> cursor, Count count) {
    static final int LARGEST = 20_000;
    private static final int DEEPEST = 1_000_000;

    /** How hard to look for the total. */
    enum Count {
        /** Exactly where that is cheap, otherwise not at all. */
        IF_CHEAP,
        EXACT,
        ESTIMATE
    }

    /** The time of the last row that was sent, and how many rows of that time were. */
    record Cursor(Instant last, int sent) {
        private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

        String written() {
            String text = last.toEpochMilli() + "." + sent;
            return ENCODER.encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        }

        static Cursor of(String written) {
            try {
                String text =
                        new String(
                                Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII);
                int dot = text.indexOf('.');
                int sent = Integer.parseInt(text.substring(dot + 1));
                if (sent >= 0 && sent <= DEEPEST) {
                    return new Cursor(
                            Instant.ofEpochMilli(Long.parseLong(text.substring(0, dot))), sent);
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
                // refused below
            }
            throw ApiException.invalidParameter("cursor", written, "taken from pagination.next");
        }
    }

    static Page of(Query query, int usualSize) {
        int size = query.integer("per_page", usualSize, 1, LARGEST);
        int number = query.integer("page", 1, 1, DEEPEST / size + 1);
        Optional<Cursor> cursor = query.find("cursor").map(Cursor::of);
        if (cursor.isPresent() && query.find("page").isPresent()) {
            throw ApiException.invalidParameter(
                    "page", Integer.toString(number), "left out where cursor is given");
        }
        String word = query.choice("count", List.of("auto", "exact", "estimate"), "auto");
        Count count =
                word.equals("auto")
                        ? Count.IF_CHEAP
                        : word.equals("exact") ? Count.EXACT : Count.ESTIMATE;
        return new Page(number, size, cursor, count);
    }

    /** Rows to pass over. */
    int offset() {
        return cursor.map(Cursor::sent).orElse((number - 1) * size);
    }
}
