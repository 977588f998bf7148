package town.nagar.kit.health;

import java.util.function.Supplier;

/** A part whose health is asked for. */
record AskedPart(String name, boolean needed, Supplier<Health> ask) implements HealthPart {
    @Override
    public Health check() {
        return ask.get();
    }
}
