package town.nagar.kit.health;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A part whose health is shown; checks answer within a second or so. */
public interface HealthPart {
    /** Lower case with dashes, such as {@code postgres}. */
    String name();

    Health check();

    /** Whether the service is not ready without this part. */
    default boolean needed() {
        return false;
    }

    /** A part without which the service is ready all the same. */
    static HealthPart of(String name, Supplier<Health> ask) {
        return new AskedPart(name, false, ask);
    }

    /** A part without which the service is not ready. */
    static HealthPart needed(String name, Supplier<Health> ask) {
        return new AskedPart(name, true, ask);
    }

    /**
     * A part that is well when it answers, and without which the service is ready.
     *
     * @param without what is worse while it does not
     */
    static HealthPart answering(String name, BooleanSupplier answers, String without) {
        return of(name, () -> answers.getAsBoolean() ? Health.up() : Health.degraded(without));
    }
}
