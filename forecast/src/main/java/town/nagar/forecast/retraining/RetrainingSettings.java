package town.nagar.forecast.retraining;

import java.time.Duration;
import town.nagar.kit.settings.Settings;

/**
 * Keys {@code nagar.forecast.retraining.*}.
 *
 * @param enabled whether models are trained anew without being asked by hand
 * @param every after which a model is trained anew in any case
 * @param pause between two trainings of a model; what calls for one meanwhile waits. Somebody who
 *     asks by hand does not wait
 * @param faultFor how long values that differ from all neighbours count as faulty and are left out;
 *     what differs longer is how it is there now
 */
record RetrainingSettings(boolean enabled, Duration every, Duration pause, Duration faultFor) {
    static final RetrainingSettings DEFAULTS =
            new RetrainingSettings(
                    true, Duration.ofDays(7), Duration.ofHours(12), Duration.ofDays(14));

    RetrainingSettings {
        if (every.isNegative() || every.isZero() || pause.isNegative() || faultFor.isNegative()) {
            throw new IllegalArgumentException(
                    "every %s: above 0; pause %s, fault-for %s: not negative"
                            .formatted(every, pause, faultFor));
        }
    }

    static RetrainingSettings of(Settings settings) {
        return settings.bind("nagar.forecast.retraining", DEFAULTS);
    }
}
