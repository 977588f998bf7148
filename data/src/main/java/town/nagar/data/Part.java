package town.nagar.data;

import java.util.function.Supplier;
import town.nagar.kit.health.Health;
import town.nagar.kit.health.HealthPart;

/**
 * A part whose health is shown.
 *
 * @param needed whether the service is not ready without it
 */
record Part(String name, boolean needed, Supplier<Health> ask) implements HealthPart {
    /** A part that is well when it answers. */
    static Part answering(String name, Supplier<Boolean> answers, String without) {
        return new Part(name, false, () -> answers.get() ? Health.up() : Health.degraded(without));
    }

    @Override
    public Health check() {
        return ask.get();
    }
}
