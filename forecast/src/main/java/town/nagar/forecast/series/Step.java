package town.nagar.forecast.series;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The time between two values of a series: so many minutes, or so many calendar months.
 *
 * @param minutes 0 for a step of months
 * @param months 0 for a step of minutes
 */
public record Step(long minutes, int months) {
    private static final int MINUTES_A_DAY = 1440;

    public Step {
        if (minutes < 0 || months < 0 || (minutes > 0) == (months > 0)) {
            throw new IllegalArgumentException(
                    "step of %d minutes and %d months".formatted(minutes, months));
        }
    }

    public static Step ofMinutes(long minutes) {
        return new Step(minutes, 0);
    }

    public static Step ofMonths(int months) {
        return new Step(0, months);
    }

    /** Whether several steps make a day. */
    public boolean isWithinDay() {
        return minutes > 0 && minutes < MINUTES_A_DAY;
    }

    public boolean isDay() {
        return minutes == MINUTES_A_DAY;
    }

    /** Steps that make so many days; 0 for steps that days do not hold. */
    public int perDays(int days) {
        return minutes == 0 ? 0 : Math.toIntExact(days * (long) MINUTES_A_DAY / minutes);
    }

    /** A time so many steps later. */
    public LocalDateTime after(LocalDateTime time, long steps) {
        return minutes > 0 ? time.plusMinutes(steps * minutes) : time.plusMonths(steps * months);
    }

    /** Whole steps from a time to another, rounded down. */
    public long between(LocalDateTime from, LocalDateTime to) {
        long units =
                minutes > 0
                        ? ChronoUnit.MINUTES.between(from, to)
                        : ChronoUnit.MONTHS.between(from, to);
        long size = minutes > 0 ? minutes : months;
        long steps = Math.floorDiv(units, size);
        return after(from, steps).isAfter(to) ? steps - 1 : steps;
    }

    /** The step in words, such as {@code 1 h}, {@code 1 d} or {@code 12 months}. */
    public String words() {
        if (months > 0) {
            return months + " months";
        }
        if (minutes % MINUTES_A_DAY == 0) {
            return minutes / MINUTES_A_DAY + " d";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }
}
