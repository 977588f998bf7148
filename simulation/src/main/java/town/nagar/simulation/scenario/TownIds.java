package town.nagar.simulation.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.simulation.input.Fields;

/** The names by which a scenario speaks of a town's zones and roads. */
final class TownIds {
    private final Map<String, Integer> zones = new HashMap<>();
    private final Map<String, String> roads = new HashMap<>();

    TownIds(TownPlan plan) {
        for (int zone = 0; zone < plan.zones().size(); zone++) {
            zones.put(plan.zones().get(zone).id(), zone);
        }
        for (Road road : plan.roads()) {
            roads.put(road.id(), road.id());
        }
    }

    /** Indices of the zones that a field lists; none, which stands for all, if it is not there. */
    Set<Integer> zones(Fields fields, String name) {
        Set<Integer> listed = fields.words(name, zones, Set.of());
        refuseNone(fields, name, listed);
        return listed;
    }

    /** Ids of the roads that a field lists; none, which stands for all, if it is not there. */
    Set<String> roads(Fields fields, String name) {
        Set<String> listed = fields.words(name, roads, Set.of());
        refuseNone(fields, name, listed);
        return listed;
    }

    private static void refuseNone(Fields fields, String name, Set<?> listed) {
        if (listed.isEmpty() && fields.isEmptyList(name)) {
            fields.refuse(name, " with nothing in it; allowed is one or more, or no field for all");
        }
    }
}
