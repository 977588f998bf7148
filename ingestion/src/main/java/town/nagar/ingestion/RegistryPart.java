package town.nagar.ingestion;

import java.util.Map;
import town.nagar.ingestion.registry.Registry;
import town.nagar.kit.health.Health;
import town.nagar.kit.health.HealthPart;

/** The sensor registry: until it is read, nothing is taken in. */
record RegistryPart(Registry registry) implements HealthPart {
    @Override
    public String name() {
        return "registry";
    }

    @Override
    public boolean needed() {
        return true;
    }

    @Override
    public Health check() {
        return registry.isUsable()
                ? Health.up(Map.of("sensors", registry.count()))
                : Health.down("the sensors are not known yet: readings wait at their senders");
    }
}
