package town.nagar.engine.traffic.mixed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * When a restriction holds, in the town's own time.
 *
 * @param firstDay the first day
 * @param lastDay the last day, included
 * @param days of the week
 * @param from time of day it begins
 * @param until time of day it ends; midnight for the end of the day
 */
public record Times(
        LocalDate firstDay,
        LocalDate lastDay,
        Set<DayOfWeek> days,
        LocalTime from,
        LocalTime until) {
    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * @throws IllegalArgumentException if it ends before it begins; a rule across midnight is two
     */
    public Times {
        days = Set.copyOf(days);
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "last day %s is before first day %s".formatted(lastDay, firstDay));
        }
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "from %s until %s; allowed is a later end, and two rules across midnight"
                            .formatted(from, until));
        }
    }

    /**
     * Share of an hour of a day in which it holds.
     *
     * @param hour 0 to 23
     */
    public double shareOf(LocalDate day, int hour) {
        boolean holds =
                !day.isBefore(firstDay)
                        && !day.isAfter(lastDay)
                        && days.contains(day.getDayOfWeek());
        double begin = Math.max(hour, from.toSecondOfDay() / SECONDS_PER_HOUR);
        double end = Math.min(hour + 1, endHour());
        return holds ? Math.max(0, end - begin) : 0;
    }

    private double endHour() {
        return until.equals(LocalTime.MIDNIGHT) ? 24 : until.toSecondOfDay() / SECONDS_PER_HOUR;
    }
}
