package town.nagar.town.serve;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import town.nagar.kit.settings.Settings;
import town.nagar.sample.sensing.LastingDrift;

/**
 * Keys {@code nagar.sample.*}: a simulated sensor that goes wrong for good.
 *
 * @param driftSensor its id, such as {@code T001}; empty for none
 * @param driftFrom when it begins, such as {@code 2026-02-06T00:00:00Z}
 * @param driftPerDay by which what it says is multiplied more each day
 */
record SampleSettings(String driftSensor, String driftFrom, double driftPerDay) {
    static final SampleSettings DEFAULTS = new SampleSettings("", "", 0.25);

    SampleSettings {
        if (!driftSensor.isEmpty()) {
            time(driftFrom);
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "drift-from '%s': a time such as 2026-02-06T00:00:00Z".formatted(text), e);
        }
    }

    static SampleSettings of(Settings settings) {
        return settings.bind("nagar.sample", DEFAULTS);
    }

    LastingDrift drift() {
        return driftSensor.isEmpty()
                ? LastingDrift.NONE
                : new LastingDrift(driftSensor, time(driftFrom), driftPerDay);
    }
}
