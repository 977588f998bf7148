package town.nagar.ingestion.door;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads ISO 8601 times with offset, such as {@code 2026-02-06T08:00:00+05:30}, by hand since every
 * reading has one. Seconds and their fraction may be left out, so may the offset's colon.
 */
final class EventTimes {
    static final String RULE =
            "a time such as 2026-02-06T08:00:00Z or 2026-02-06T13:30:00+05:30,"
                    + " or whole milliseconds since 1970";

    /** The text is not of this form. */
    static final long NOT_A_TIME = Long.MIN_VALUE;

    /** The text is of this form but there is no such day. */
    static final long NO_SUCH_DAY = Long.MIN_VALUE + 1;

    private static final int SHORTEST = 17;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 86_400_000;

    private final String text;
    private int at = 16;
    private boolean formed = true;

    private EventTimes(String text) {
        this.text = text;
    }

    /** Milliseconds since 1970, {@link #NOT_A_TIME} or {@link #NO_SUCH_DAY}. */
    static long parse(String text) {
        return text.length() < SHORTEST ? NOT_A_TIME : new EventTimes(text).parse();
    }

    private long parse() {
        int year = number(0, 4, 0, 9999);
        int month = number(5, 2, 1, 12);
        int day = number(8, 2, 1, 31);
        int hour = number(11, 2, 0, 23);
        int minute = number(14, 2, 0, 59);
        require(4, '-');
        require(7, '-');
        require(10, 'T');
        require(13, ':');
        long secondMillis = seconds();
        long offset = offset();
        if (!formed || at != text.length()) {
            return NOT_A_TIME;
        }
        long days = epochDay(year, month, day);
        return days == NO_SUCH_DAY
                ? NO_SUCH_DAY
                : days * DAY_MILLIS
                        + hour * HOUR_MILLIS
                        + minute * MINUTE_MILLIS
                        + secondMillis
                        - offset;
    }

    private static long epochDay(int year, int month, int day) {
        if (day < 29) {
            return LocalDate.of(year, month, day).toEpochDay();
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return NO_SUCH_DAY;
        }
    }

    /** Seconds and at most nine digits of fraction, in milliseconds; digits beyond are cut off. */
    private long seconds() {
        if (!is(at, ':')) {
            return 0;
        }
        long millis = 1_000L * number(at + 1, 2, 0, 59);
        at += 3;
        if (is(at, '.')) {
            int from = ++at;
            for (int unit = 100; at < text.length() && at - from < 9 && isDigit(at); at++) {
                millis += (long) unit * (text.charAt(at) - '0');
                unit /= 10;
            }
            formed &= at > from;
        }
        return millis;
    }

    private long offset() {
        if (is(at, 'Z')) {
            at++;
            return 0;
        }
        boolean east = is(at, '+');
        formed &= east || is(at, '-');
        int hours = number(at + 1, 2, 0, 23);
        int colon = is(at + 3, ':') ? 1 : 0;
        int minutes = number(at + 3 + colon, 2, 0, 59);
        at += 5 + colon;
        long millis = hours * HOUR_MILLIS + minutes * MINUTE_MILLIS;
        return east ? millis : -millis;
    }

    private int number(int from, int digits, int min, int max) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(i)) {
                formed = false;
                return min;
            }
            value = value * 10 + text.charAt(i) - '0';
        }
        formed &= value >= min && value <= max;
        return formed ? value : min;
    }

    private void require(int index, char expected) {
        formed &= is(index, expected);
    }

    private boolean is(int index, char expected) {
        return index < text.length() && text.charAt(index) == expected;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
