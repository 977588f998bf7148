package town.nagar.forecast.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes its times, so that answers write them alike.
 *
 * <p>A zone is kept as text and the wall time is what counts: at a change of clocks an hour is then
 * absent or double, as it is without a zone.
 *
 * @param shape YEAR, DATE, MINUTE or SECOND
 * @param separator between date and time
 * @param zone empty, {@code Z} or such as {@code +05:30}
 */
public record TimeStyle(Shape shape, char separator, String zone) {
    /** What a time, a written one, consists of. */
    public enum Shape {
        YEAR,
        DATE,
        MINUTE,
        SECOND
    }

    /** The allowed ways, for messages. */
    public static final String ALLOWED =
            "2022-07-25 13:00, 2022-07-25T13:00:00, with Z or +05:30 after it, 2022-07-25 or 2022";

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(\\d{4})(?:-(\\d{2})-(\\d{2})(?:([ T])(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?"
                            + "(Z|[+-]\\d{2}:?\\d{2})?)?)?");

    /** The style of a written time. */
    public static TimeStyle of(String text) {
        Matcher found = match(text);
        if (found.group(2) == null) {
            return new TimeStyle(Shape.YEAR, ' ', "");
        }
        if (found.group(4) == null) {
            return new TimeStyle(Shape.DATE, ' ', "");
        }
        String zone = found.group(8) == null ? "" : found.group(8);
        Shape shape = found.group(7) == null ? Shape.MINUTE : Shape.SECOND;
        return new TimeStyle(shape, found.group(4).charAt(0), zone);
    }

    /**
     * The wall time of a written one.
     *
     * @throws DateTimeException if it is written in no allowed way, or there is no such time
     */
    public static LocalDateTime parse(String text) {
        Matcher found = match(text);
        if (found.group(2) == null) {
            return LocalDate.of(number(found, 1), 1, 1).atStartOfDay();
        }
        LocalDate date = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
        return found.group(4) == null
                ? date.atStartOfDay()
                : date.atTime(number(found, 5), number(found, 6));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Matcher match(String text) {
        Matcher found = WRITTEN.matcher(text);
        if (!found.matches()) {
            throw new DateTimeException("'%s' is no time; allowed: %s".formatted(text, ALLOWED));
        }
        return found;
    }

    /** A time written in this style; a clock time shows where the style has none. */
    public String write(LocalDateTime time) {
        boolean midnight = time.toLocalTime().toSecondOfDay() == 0;
        if (shape == Shape.YEAR && midnight && time.getDayOfYear() == 1) {
            return Integer.toString(time.getYear());
        }
        if (shape == Shape.YEAR || shape == Shape.DATE) {
            return midnight ? time.toLocalDate().toString() : time.toString();
        }
        return format(shape == Shape.SECOND).format(time) + zone;
    }

    private DateTimeFormatter format(boolean seconds) {
        var built =
                new DateTimeFormatterBuilder()
                        .append(DateTimeFormatter.ISO_LOCAL_DATE)
                        .appendLiteral(separator)
                        .appendPattern("HH:mm");
        if (seconds) {
            built.appendLiteral(':').appendValue(ChronoField.SECOND_OF_MINUTE, 2);
        }
        return built.toFormatter(java.util.Locale.ROOT);
    }
}
