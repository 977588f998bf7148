package town.nagar.simulation.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;
import town.nagar.simulation.input.Fields;

/**
 * The names by which a scenario speaks of a town's zones and roads. The town is asked for when a
 * scenario first names one, as making it takes longer than reading the scenario.
 */
final class TownIds {
    private final Supplier<TownPlan> plan;

    TownIds(Supplier<TownPlan> plan) {
        this.plan = plan;
    }

    private Map<String, Integer> zones() {
        Map<String, Integer> zones = new HashMap<>();
        for (Zone zone : plan.get().zones()) {
            zones.put(zone.id(), zones.size());
        }
        return zones;
    }

    private Map<String, String> roads() {
        Map<String, String> roads = new HashMap<>();
        for (Road road : plan.get().roads()) {
            roads.put(road.id(), road.id());
        }
        return roads;
    }

    /** Indices of the zones that a field lists; none, which stands for all, if it is not there. */
    Set<Integer> zones(Fields fields, String name) {
        Set<Integer> listed = fields.words(name, fields.has(name) ? zones() : Map.of(), Set.of());
        refuseNone(fields, name, listed);
        return listed;
    }

    /** Ids of the roads that a field lists; none, which stands for all, if it is not there. */
    Set<String> roads(Fields fields, String name) {
        Set<String> listed = fields.words(name, fields.has(name) ? roads() : Map.of(), Set.of());
        refuseNone(fields, name, listed);
        return listed;
    }

    private static void refuseNone(Fields fields, String name, Set<?> listed) {
        if (listed.isEmpty() && fields.isEmptyList(name)) {
            fields.refuse(name, " with nothing in it; allowed is one or more, or no field for all");
        }
    }
}
