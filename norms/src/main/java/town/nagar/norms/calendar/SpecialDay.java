package town.nagar.norms.calendar;

import java.time.LocalDate;
import town.nagar.norms.Words;

/**
 * A holiday or festival on its date.
 *
 * @param region where it is kept
 * @param key the same every year, such as {@code diwali}
 * @param source the rule or custom the date comes from
 * @param predicted the moon or the government's list may still move it by a day
 */
public record SpecialDay(
        LocalDate date,
        Region region,
        String key,
        Words name,
        Kind kind,
        String source,
        boolean predicted) {

    /** How a day is kept. */
    public enum Kind {
        /** One of the three days on which all of India closes. */
        NATIONAL,
        /** A public holiday. */
        HOLIDAY,
        /** Kept by many, closed to few. */
        FESTIVAL;

        /**
         * The kind of a code.
         *
         * @throws IllegalArgumentException if it is none of national, holiday, festival
         */
        public static Kind of(String code) {
            return switch (code) {
                case "national" -> NATIONAL;
                case "holiday" -> HOLIDAY;
                case "festival" -> FESTIVAL;
                default ->
                        throw new IllegalArgumentException(
                                "kind '" + code + "' is none of national, holiday, festival");
            };
        }
    }

    public SpecialDay {
        if (key.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException(
                    "%s: key '%s' or source '%s' is empty".formatted(date, key, source));
        }
    }

    /** Whether offices are closed. */
    public boolean isHoliday() {
        return kind != Kind.FESTIVAL;
    }
}
