package town.nagar.norms.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/** The date a day has each year, written {@code 01-26}, or {@code easter-2} for Good Friday. */
sealed interface YearlyRule {
    /** The same date every year. */
    record OnDate(MonthDay date) implements YearlyRule {}

    /** So many days after Easter Sunday; before it if negative. */
    record FromEaster(int days) implements YearlyRule {}

    /**
     * The rule of a text.
     *
     * @throws java.time.format.DateTimeParseException if it is neither form
     * @throws NumberFormatException if the days from Easter are no number
     */
    static YearlyRule parse(String text) {
        return text.startsWith("easter")
                ? new FromEaster(Integer.parseInt(text.substring("easter".length())))
                : new OnDate(MonthDay.parse("--" + text));
    }

    default LocalDate in(int year) {
        return switch (this) {
            case OnDate(MonthDay date) -> date.atYear(year);
            case FromEaster(int days) -> easterSunday(year).plusDays(days);
        };
    }

    /** The Gregorian computus in whole numbers (Butcher 1876; Meeus, Astronomical Algorithms). */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int moonCorrection = (8 * century + 13) / 25;
        int epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int fromMarch = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, fromMarch / 31, fromMarch % 31 + 1);
    }
}
