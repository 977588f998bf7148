package town.nagar.simulation.scenario;

import java.util.List;
import town.nagar.engine.town.policy.FarmSupport;
import town.nagar.engine.town.policy.Policy;
import town.nagar.simulation.input.Fields;

/** Support prices, subsidies, stores and irrigation. */
final class FarmInterventions {
    private FarmInterventions() {}

    static List<InterventionKind> list() {
        return List.of(
                InterventionKind.of(
                                "support_price",
                                (fields, _, before) -> supportPrice(fields, before))
                        .alsoNamed("msp", "minimum_support_price")
                        .withLimits(
                                "A support price holds for the share the state buys, of all crops alike;"
                                        + " what crops are sown next year is not modelled."),
                InterventionKind.of("farm_subsidy", (fields, _, before) -> subsidy(fields, before)),
                InterventionKind.of("farm_storage", (fields, _, before) -> storage(fields, before)),
                InterventionKind.of(
                        "irrigation", (fields, _, before) -> irrigation(fields, before)));
    }

    private static Policy supportPrice(Fields fields, Policy before) {
        if (!fields.has("price_change_percent")) {
            fields.require("procured_share_points");
        }
        FarmSupport farms = before.farms();
        return before.withFarms(
                new FarmSupport(
                        farms.supportPriceFactor()
                                * Change.factor(fields, "price_change_percent", -100, 200),
                        added(farms.procuredShareAdded(), fields, "procured_share_points"),
                        farms.rupeesPerHectare(),
                        farms.storeFactor(),
                        farms.irrigationFactor(),
                        farms.irrigatedShareAdded()));
    }

    private static double added(double before, Fields fields, String name) {
        return Math.clamp(before + fields.number(name, -100, 100, 0) / 100, -1, 1);
    }

    private static Policy subsidy(Fields fields, Policy before) {
        fields.require("rupees_per_hectare");
        FarmSupport farms = before.farms();
        return before.withFarms(
                new FarmSupport(
                        farms.supportPriceFactor(),
                        farms.procuredShareAdded(),
                        farms.rupeesPerHectare() + fields.number("rupees_per_hectare", 0, 1e6, 0),
                        farms.storeFactor(),
                        farms.irrigationFactor(),
                        farms.irrigatedShareAdded()));
    }

    private static Policy storage(Fields fields, Policy before) {
        fields.require("storage_change_percent");
        FarmSupport farms = before.farms();
        return before.withFarms(
                new FarmSupport(
                        farms.supportPriceFactor(),
                        farms.procuredShareAdded(),
                        farms.rupeesPerHectare(),
                        farms.storeFactor()
                                * Change.factor(fields, "storage_change_percent", -100, 900),
                        farms.irrigationFactor(),
                        farms.irrigatedShareAdded()));
    }

    private static Policy irrigation(Fields fields, Policy before) {
        if (!fields.has("water_change_percent")) {
            fields.require("irrigated_share_points");
        }
        FarmSupport farms = before.farms();
        return before.withFarms(
                new FarmSupport(
                        farms.supportPriceFactor(),
                        farms.procuredShareAdded(),
                        farms.rupeesPerHectare(),
                        farms.storeFactor(),
                        farms.irrigationFactor()
                                * Change.factor(fields, "water_change_percent", -100, 900),
                        added(farms.irrigatedShareAdded(), fields, "irrigated_share_points")));
    }
}
