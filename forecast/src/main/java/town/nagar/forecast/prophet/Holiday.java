package town.nagar.forecast.prophet;

import java.util.List;

/**
 * A day that breaks the pattern, each time it came or will come, with the days around it.
 *
 * @param name unique among all parts of one model
 * @param epochDays local days since 1970-01-01, past and future
 * @param daysBefore days of their own effect before each, 0 or more
 * @param daysAfter days of their own effect after each, 0 or more
 * @param priorScale standard deviation of each day's normal prior, on the scaled series
 */
public record Holiday(
        String name,
        List<Long> epochDays,
        int daysBefore,
        int daysAfter,
        double priorScale,
        Effect effect)
        implements Part {
    public Holiday {
        epochDays = List.copyOf(epochDays);
        if (daysBefore < 0 || daysAfter < 0 || !(priorScale > 0)) {
            throw new IllegalArgumentException(
                    "holiday %s: %d before, %d after, prior %s"
                            .formatted(name, daysBefore, daysAfter, priorScale));
        }
    }

    int columns() {
        return daysBefore + 1 + daysAfter;
    }
}
