package town.nagar.engine.people;

import java.util.List;

/**
 * What a trip is worth: V = constant + perMinute time + perRupee cost + perComfort comfort, the
 * utility of the multinomial logit (McFadden 1974). The value of time is perMinute over perRupee.
 *
 * @param constants one a mode
 * @param perMinute below 0
 * @param perRupee below 0
 * @param perComfort 0 or more
 * @param rupeesPerKm one a mode, 0 or more
 * @param comfort one a mode, 0 (worst) to 1
 */
public record ModeTaste(
        List<Double> constants,
        double perMinute,
        double perRupee,
        double perComfort,
        List<Double> rupeesPerKm,
        List<Double> comfort) {
    /**
     * @throws IllegalArgumentException if a number is out of its range or a list has not one a mode
     */
    public ModeTaste {
        constants = perMode("constants", constants, Double.NEGATIVE_INFINITY);
        rupeesPerKm = perMode("rupeesPerKm", rupeesPerKm, 0);
        comfort = perMode("comfort", comfort, 0);
        if (!(perMinute < 0 && perRupee < 0 && perComfort >= 0)) {
            throw new IllegalArgumentException(
                    "perMinute %s, perRupee %s, perComfort %s; allowed are below 0, below 0, from 0"
                            .formatted(perMinute, perRupee, perComfort));
        }
    }

    private static List<Double> perMode(String name, List<Double> values, double least) {
        if (values.size() != Mode.COUNT
                || values.stream().anyMatch(v -> !(v >= least) || v.isInfinite())) {
            throw new IllegalArgumentException(
                    "%s are %s; allowed are %d finite numbers from %s"
                            .formatted(name, values, Mode.COUNT, least));
        }
        return List.copyOf(values);
    }

    /** Rupees a traveller would pay to save an hour. */
    public double valueOfHour() {
        return 60 * perMinute / perRupee;
    }
}
