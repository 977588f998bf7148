package town.nagar.forecast.registry.release;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a version did when it walked through time that it had not seen: the evidence it is judged by.
 *
 * @param step of the series, such as {@code 1h}; decides which baselines there are
 * @param measure the error's name, such as {@code mae}
 * @param origins how many times a forecast was made
 * @param horizons each judged on its own
 * @param together all horizons as one, each counting alike: errors are means of shares of the best
 *     baseline's error at each; null in evidence from before it was asked for
 */
public record WalkForward(
        String step,
        String measure,
        int origins,
        List<Horizon> horizons,
        @Nullable Horizon together) {
    /** The share of truths that intervals of two levels should hold, in percent. */
    static final double LOW_LEVEL = 80;

    static final double HIGH_LEVEL = 95;

    /**
     * One horizon.
     *
     * @param horizon how far ahead, such as {@code 24h}
     * @param error the version's
     * @param coverage80Percent share of truths that its 80 % intervals held
     * @param coverage95Percent share of truths that its 95 % intervals held
     * @param coverage80Chance what chance leaves open of the former; null in evidence from before
     *     it was asked for
     * @param coverage95Chance the same of the latter
     */
    public record Horizon(
            String horizon,
            double error,
            double coverage80Percent,
            double coverage95Percent,
            @Nullable Chance coverage80Chance,
            @Nullable Chance coverage95Chance,
            List<Against> against) {
        public Horizon {
            if (horizon.isBlank()
                    || !(error >= 0)
                    || !isShare(coverage80Percent)
                    || !isShare(coverage95Percent)) {
                throw new IllegalArgumentException(
                        "horizon %s: error %s, coverage %s and %s percent"
                                .formatted(horizon, error, coverage80Percent, coverage95Percent));
            }
            against = List.copyOf(against);
        }

        /** What chance leaves open of a level's coverage, if that is told. */
        Optional<Chance> findChance(double level) {
            return Optional.ofNullable(level == LOW_LEVEL ? coverage80Chance : coverage95Chance);
        }
    }

    /**
     * Between which shares, in percent, chance leaves the true one open: the bootstrap's 95 %
     * interval.
     */
    public record Chance(double lowPercent, double highPercent) {
        public Chance {
            if (!isShare(lowPercent) || !isShare(highPercent) || lowPercent > highPercent) {
                throw new IllegalArgumentException(
                        "a share from %s to %s percent".formatted(lowPercent, highPercent));
            }
        }
    }

    /**
     * A baseline on the same forecasts.
     *
     * @param baseline its name, such as {@code last-week}
     * @param gainLow lower end of the bootstrap's 95 % interval of the baseline's error less ours
     * @param gainHigh its upper end
     */
    public record Against(String baseline, double error, double gainLow, double gainHigh) {
        public Against {
            if (baseline.isBlank() || !(error >= 0) || !(gainLow <= gainHigh)) {
                throw new IllegalArgumentException(
                        "baseline %s: error %s, gain from %s to %s"
                                .formatted(baseline, error, gainLow, gainHigh));
            }
        }
    }

    public WalkForward {
        horizons = List.copyOf(horizons);
        Set<String> seen = new HashSet<>();
        for (Horizon horizon : horizons) {
            if (!seen.add(horizon.horizon())) {
                throw new IllegalArgumentException("horizon %s twice".formatted(horizon.horizon()));
            }
        }
        if (origins < 1 || horizons.isEmpty() || step.isBlank() || measure.isBlank()) {
            throw new IllegalArgumentException(
                    "step '%s', measure '%s', %d origins, %d horizons"
                            .formatted(step, measure, origins, horizons.size()));
        }
    }

    private static boolean isShare(double percent) {
        return percent >= 0 && percent <= 100;
    }

    /** How it did over all horizons together, if that is told. */
    public Optional<Horizon> findTogether() {
        return Optional.ofNullable(together);
    }
}
