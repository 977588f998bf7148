package town.nagar.sample.sensing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A moment by the town's clock.
 *
 * @param day days since 1970-01-01 by local date
 * @param hour 0 to 24, with its fraction
 * @param weekday 0 Monday to 6 Sunday
 * @param month months since the middle of January, 0 to 12, with its fraction
 * @param hours since 1970-01-01T00:00 by local clock, with their fraction
 */
record TownTime(long day, double hour, int weekday, double month, double hours) {
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SUNDAY = 6;
    private static final int SATURDAY = 5;

    static TownTime at(Instant instant, ZoneId zone) {
        long second =
                instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
        long day = Math.floorDiv(second, SECONDS_A_DAY);
        double month = (LocalDate.ofEpochDay(day).getDayOfYear() / 365.25 * 12 + 11.5) % 12;
        return new TownTime(
                day,
                Math.floorMod(second, SECONDS_A_DAY) / SECONDS_AN_HOUR,
                Math.floorMod(day + 3, 7),
                month,
                second / SECONDS_AN_HOUR);
    }

    boolean isSunday() {
        return weekday == SUNDAY;
    }

    boolean isSaturday() {
        return weekday == SATURDAY;
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(day);
    }

    /** A value between the twelve given for the middles of the months. */
    double ofMonths(double... middles) {
        int before = (int) month % 12;
        double way = month - Math.floor(month);
        return middles[before] * (1 - way) + middles[(before + 1) % 12] * way;
    }

    /** A value between those given for each hour from midnight. */
    double ofHours(double... hourly) {
        int before = (int) hour % 24;
        double way = hour - Math.floor(hour);
        return hourly[before] * (1 - way) + hourly[(before + 1) % 24] * way;
    }
}
