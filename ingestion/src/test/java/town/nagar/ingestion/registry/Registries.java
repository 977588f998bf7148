package town.nagar.ingestion.registry;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Quantity.Range;
import town.nagar.ingestion.publish.Outlet;

/** Registries for tests, already read. */
public final class Registries {
    private Registries() {}

    public static Registry of(Outlet outlet, InstantSource clock, Sensor... sensors) {
        return of(RegistrySettings.DEFAULTS, outlet, clock, sensors);
    }

    public static Registry of(
            RegistrySettings settings, Outlet outlet, InstantSource clock, Sensor... sensors) {
        Registry registry = new Registry(settings, clock, outlet);
        for (Sensor sensor : sensors) {
            registry.put(sensor);
        }
        registry.caughtUp();
        return registry;
    }

    public static Sensor sensor(String id, Domain domain, String place) {
        return sensor(id, domain, place, Map.of());
    }

    public static Sensor sensor(
            String id, Domain domain, String place, Map<String, Range> plausible) {
        return new Sensor(
                id,
                domain,
                place,
                "test",
                Names.untranslated(id),
                new Point(23.03, 72.55),
                60,
                true,
                false,
                new TreeMap<>(plausible),
                new TreeMap<>());
    }
}
