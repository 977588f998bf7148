package town.nagar.simulation.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.policy.AirChange;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.policy.RoadChange;
import town.nagar.engine.town.policy.WorksLimit;
import town.nagar.simulation.input.Fields;

/** Works, open fires, hearths and the dust of roads. */
final class AirInterventions {
    private static final double UNLIMITED_KM_PER_HOUR = 200;

    private AirInterventions() {}

    static List<InterventionKind> list() {
        return List.of(
                InterventionKind.of("industry_curb", AirInterventions::works)
                        .alsoNamed("industrial_curb")
                        .withLimits(
                                "Wages and output lost at works that stand still are not counted."),
                InterventionKind.of(
                        "waste_burning_ban", (fields, _, before) -> burning(fields, before)),
                InterventionKind.of(
                        "clean_cooking", (fields, _, before) -> hearths(fields, before)),
                InterventionKind.of("road_sweeping", AirInterventions::sweeping));
    }

    private static Policy works(Fields fields, TownIds ids, Policy before) {
        fields.require("emission_change_percent");
        var limit =
                new WorksLimit(
                        ids.zones(fields, "affected_zones"),
                        Hours.read(fields, "restriction_hours", HourSet.ALL),
                        Change.factor(fields, "emission_change_percent", -100, 100));
        AirChange air = before.air();
        var works = new ArrayList<>(air.works());
        works.add(limit);
        return before.withAir(new AirChange(works, air.burningFactor(), air.hearthFactor()));
    }

    private static Policy burning(Fields fields, Policy before) {
        fields.require("compliance_percent");
        double left = 1 - fields.number("compliance_percent", 0, 100, 0) / 100;
        AirChange air = before.air();
        return before.withAir(
                new AirChange(air.works(), air.burningFactor() * left, air.hearthFactor()));
    }

    private static Policy hearths(Fields fields, Policy before) {
        fields.require("emission_change_percent");
        double factor = Change.factor(fields, "emission_change_percent", -100, 100);
        AirChange air = before.air();
        return before.withAir(
                new AirChange(air.works(), air.burningFactor(), air.hearthFactor() * factor));
    }

    private static Policy sweeping(Fields fields, TownIds ids, Policy before) {
        fields.require("dust_change_percent");
        Set<String> roads = ids.roads(fields, "roads");
        double factor = Change.factor(fields, "dust_change_percent", -100, 100);
        var all = new ArrayList<>(before.roads());
        all.add(new RoadChange(roads, 1, UNLIMITED_KM_PER_HOUR, factor));
        return before.withRoads(all);
    }
}
