package town.nagar.sample.sensing;

import java.util.Optional;
import town.nagar.sample.chance.Chance;

/** Bursts in the wards' pipes: at most one a ward and week. */
final class Leaks {
    private static final double SHARE_OF_WARD_WEEKS = 0.12;
    private static final double HOURS_A_WEEK = 168;
    private static final double HOURS_TO_GROW = 2;

    /** Water lost between two hours since 1970 by local clock. */
    record Leak(double fromHours, double toHours, double fullLitresPerSecond) {
        double litresPerSecond(double hours) {
            if (hours < fromHours || hours >= toHours) {
                return 0;
            }
            return fullLitresPerSecond * Math.min(1, (hours - fromHours) / HOURS_TO_GROW);
        }
    }

    private final Chance chance;

    Leaks(Chance chance) {
        this.chance = chance;
    }

    /** The leak that begins in a week, counted from 1970. */
    Optional<Leak> find(int ward, long week) {
        if (!chance.happens("leak", ward, week, SHARE_OF_WARD_WEEKS)) {
            return Optional.empty();
        }
        double from =
                week * HOURS_A_WEEK + chance.between("leak hour", ward, week, 0, HOURS_A_WEEK);
        double lasts = chance.between("leak lasts", ward, week, 14, 70);
        return Optional.of(
                new Leak(from, from + lasts, chance.between("leak size", ward, week, 1.2, 4)));
    }

    static long weekOf(double hours) {
        return (long) Math.floor(hours / HOURS_A_WEEK);
    }

    /** What a ward loses by bursts now. */
    double litresPerSecond(int ward, TownTime time) {
        long week = weekOf(time.hours());
        double sum = 0;
        for (long each = week - 1; each <= week; each++) {
            sum += find(ward, each).map(leak -> leak.litresPerSecond(time.hours())).orElse(0.0);
        }
        return sum;
    }
}
