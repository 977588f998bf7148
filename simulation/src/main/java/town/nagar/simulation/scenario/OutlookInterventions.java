package town.nagar.simulation.scenario;

import java.util.List;
import town.nagar.engine.town.policy.Outlook;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.policy.WaterChange;
import town.nagar.simulation.input.Fields;

/** Futures that no one decides, as changes by percent; unset fields keep the named preset's. */
final class OutlookInterventions {
    /** Growth of India's urban population from 2001 to 2011, percent: Census of India 2011. */
    private static final double DECADE_OF_GROWTH_PERCENT = 31.8;

    /** A year that IMD calls deficient has at least 10 % less rain; this is a severe one. */
    private static final double DRY_YEAR_PERCENT = -20;

    private static final double WARMER_C = 2;

    private OutlookInterventions() {}

    static List<InterventionKind> list() {
        return List.of(
                InterventionKind.of("baseline", (_, _, before) -> before),
                InterventionKind.of("growth", (fields, _, before) -> growth(fields, before, 0)),
                InterventionKind.of(
                                "high_growth",
                                (fields, _, before) ->
                                        growth(fields, before, DECADE_OF_GROWTH_PERCENT))
                        .withEvidence(
                                "31.8 % more residents is what India's towns grew from 2001 to 2011 (Census of India)")
                        .withLimits("Streets and pipes stay as they are while the town grows."),
                InterventionKind.of(
                        "climate", (fields, _, before) -> climate(fields, before, 0, 0)),
                InterventionKind.of(
                                "climate_stress",
                                (fields, _, before) ->
                                        climate(fields, before, WARMER_C, DRY_YEAR_PERCENT))
                        .withLimits(
                                "2 degrees and a fifth less rain and water are a stress test, no forecast."));
    }

    private static Policy growth(Fields fields, Policy before, double preset) {
        Outlook outlook = before.outlook();
        double people = percent(fields, "population_change_percent", -90, 400, preset);
        double travel = percent(fields, "travel_change_percent", -90, 400, preset);
        return before.withOutlook(
                new Outlook(
                        outlook.travelFactor() * travel,
                        outlook.peopleFactor() * people,
                        outlook.celsiusAdded(),
                        outlook.rainFactor(),
                        outlook.windFactor(),
                        outlook.backgroundFactor()));
    }

    private static double percent(
            Fields fields, String name, double least, double most, double preset) {
        return 1 + fields.number(name, least, most, preset) / 100;
    }

    private static Policy climate(
            Fields fields, Policy before, double presetCelsius, double presetRain) {
        Outlook outlook = before.outlook();
        double celsius = fields.number("celsius_added", -5, 5, presetCelsius);
        return before.withOutlook(
                        new Outlook(
                                outlook.travelFactor(),
                                outlook.peopleFactor(),
                                Math.clamp(outlook.celsiusAdded() + celsius, -10, 10),
                                outlook.rainFactor()
                                        * percent(
                                                fields,
                                                "rain_change_percent",
                                                -100,
                                                200,
                                                presetRain),
                                outlook.windFactor()
                                        * percent(fields, "wind_change_percent", -60, 100, 0),
                                outlook.backgroundFactor()
                                        * percent(
                                                fields,
                                                "outside_pm25_change_percent",
                                                -90,
                                                200,
                                                0)))
                .withWater(dried(fields, before.water(), presetRain));
    }

    private static WaterChange dried(Fields fields, WaterChange water, double preset) {
        return new WaterChange(
                water.supply(),
                water.leakFactor(),
                water.productionFactor()
                        * percent(fields, "water_source_change_percent", -100, 100, preset),
                water.demandFactor());
    }
}
