package town.nagar.simulation.scenario;

import java.util.ArrayList;
import java.util.List;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.policy.SupplyChange;
import town.nagar.engine.town.policy.WaterChange;
import town.nagar.simulation.input.Fields;

/** Hours of supply, leaks, sources and use. */
final class WaterInterventions {
    private WaterInterventions() {}

    static List<InterventionKind> list() {
        return List.of(
                InterventionKind.of("water_schedule", WaterInterventions::schedule)
                        .alsoNamed("water_supply_schedule")
                        .withLimits(
                                "Contamination of pipes that stand empty between supplies is not modelled."),
                InterventionKind.of("leak_repair", (fields, _, before) -> leaks(fields, before)),
                InterventionKind.of("water_source", (fields, _, before) -> source(fields, before)),
                InterventionKind.of("water_saving", (fields, _, before) -> saving(fields, before)));
    }

    private static Policy schedule(Fields fields, TownIds ids, Policy before) {
        fields.require("supply_hours");
        var change =
                new SupplyChange(
                        ids.zones(fields, "affected_zones"),
                        Hours.read(fields, "supply_hours", HourSet.ALL),
                        Change.factor(fields, "pressure_change_percent", -99, 0));
        WaterChange water = before.water();
        var supply = new ArrayList<>(water.supply());
        supply.add(change);
        return before.withWater(
                new WaterChange(
                        supply,
                        water.leakFactor(),
                        water.productionFactor(),
                        water.demandFactor()));
    }

    private static Policy leaks(Fields fields, Policy before) {
        fields.require("leak_change_percent");
        WaterChange water = before.water();
        return before.withWater(
                new WaterChange(
                        water.supply(),
                        water.leakFactor()
                                * Change.factor(fields, "leak_change_percent", -100, 200),
                        water.productionFactor(),
                        water.demandFactor()));
    }

    private static Policy source(Fields fields, Policy before) {
        fields.require("production_change_percent");
        WaterChange water = before.water();
        return before.withWater(
                new WaterChange(
                        water.supply(),
                        water.leakFactor(),
                        water.productionFactor()
                                * Change.factor(fields, "production_change_percent", -100, 200),
                        water.demandFactor()));
    }

    private static Policy saving(Fields fields, Policy before) {
        fields.require("demand_change_percent");
        WaterChange water = before.water();
        return before.withWater(
                new WaterChange(
                        water.supply(),
                        water.leakFactor(),
                        water.productionFactor(),
                        water.demandFactor()
                                * Change.factor(fields, "demand_change_percent", -90, 200)));
    }
}
