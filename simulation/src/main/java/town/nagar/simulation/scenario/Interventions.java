package town.nagar.simulation.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All kinds of intervention by their names. */
final class Interventions {
    private static final Map<String, InterventionKind> BY_NAME = byName();

    private Interventions() {}

    private static Map<String, InterventionKind> byName() {
        var byName = new HashMap<String, InterventionKind>();
        Stream.of(
                        TrafficInterventions.list(),
                        WaterInterventions.list(),
                        AirInterventions.list(),
                        FarmInterventions.list(),
                        OutlookInterventions.list())
                .flatMap(List::stream)
                .forEach(kind -> {
                    byName.put(kind.name(), kind);
                    kind.otherNames().forEach(other -> byName.put(other, kind));
                });
        return Map.copyOf(byName);
    }

    static Map<String, InterventionKind> byAnyName() {
        return BY_NAME;
    }
}
