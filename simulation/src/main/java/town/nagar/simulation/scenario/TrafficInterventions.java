package town.nagar.simulation.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.policy.BusService;
import town.nagar.engine.town.policy.PlateLimit;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.policy.RoadChange;
import town.nagar.simulation.input.Fields;

/** Plates, signals, closures, speed limits and buses. */
final class TrafficInterventions {
    private static final double UNLIMITED_KM_PER_HOUR = 200;
    private static final double CLOSED = 0.01;
    private static final double USUAL_DETERRENCE = 1;
    private static final double DELHI_RUPEES_PER_RESIDENT_DAY = 20e7 / 15 / 16.79e6;
    private static final HourSet DAYTIME = HourSet.of(8, 20);

    private static final Map<String, VehicleClass> CLASSES =
            Map.of(
                    "car", VehicleClass.CAR,
                    "two_wheeler", VehicleClass.TWO_WHEELER,
                    "auto_rickshaw", VehicleClass.AUTO_RICKSHAW);

    /** What an exemption frees: a fuel, a class, or vehicles that are no household's anyway. */
    private enum Exemption {
        EMERGENCY,
        PUBLIC_TRANSPORT,
        ELECTRIC,
        CNG,
        TWO_WHEELER
    }

    private static final Map<String, Exemption> EXEMPTIONS =
            Map.of(
                    "emergency", Exemption.EMERGENCY,
                    "public_transport", Exemption.PUBLIC_TRANSPORT,
                    "electric", Exemption.ELECTRIC,
                    "cng", Exemption.CNG,
                    "two_wheeler", Exemption.TWO_WHEELER);

    private TrafficInterventions() {}

    static List<InterventionKind> list() {
        return List.of(
                InterventionKind.of("odd_even_vehicle_scheme", TrafficInterventions::oddEven)
                        .alsoNamed("odd_even_scheme", "odd_even")
                        .withEvidence(
                                "Delhi, January 2016: PM2.5 10 to 13 % lower from 8 to 20 h, no change at night"
                                        + " (EPIC-India, difference in differences, 23 monitors)",
                                "Delhi, April 2016: no effect on PM2.5, congestion not reduced (Sudarshan et al.)",
                                "Delhi, 2016: no detectable change of PM2.5; car flow down by less than 20 %,"
                                        + " two-wheelers, buses and auto-rickshaws up"
                                        + " (Mohan et al., TRR 2627, 2017)",
                                "Bound by arithmetic: vehicles 20 % of PM2.5 load, four-wheelers 10 % of that,"
                                        + " half of the plates: 1 % of the load by exhaust alone")
                        .withLimits(
                                "A household's second car goes out on its days; buying one with the other plate is not modelled;"
                                        + " over months it undoes part of a plate rule.")
                        .costing(
                                DELHI_RUPEES_PER_RESIDENT_DAY,
                                "as in Delhi in January 2016: Rs 20 crore for enforcement and buses in 15 days"
                                        + " (HT) among 16.79 million people (Census 2011)"),
                InterventionKind.of("signal_timing", TrafficInterventions::signalTiming)
                        .withLimits(
                                "Signals are a factor on the capacity of roads;"
                                        + " queues at a single junction are not modelled."),
                InterventionKind.of("road_works", TrafficInterventions::signalTiming),
                InterventionKind.of("road_closure", TrafficInterventions::closure)
                        .withLimits(
                                "A closed road keeps 1 % of its capacity, so that every place can be reached."),
                InterventionKind.of("speed_limit", TrafficInterventions::speedLimit)
                        .withLimits("Accidents are not modelled."),
                InterventionKind.of("bus_service", (fields, _, before) -> bus(fields, before))
                        .withLimits("New routes are more buses on the roads that have buses."));
    }

    private static Policy oddEven(Fields fields, TownIds ids, Policy before) {
        Set<VehicleClass> classes =
                fields.words("vehicle_classes", CLASSES, Set.of(VehicleClass.CAR));
        Set<Exemption> exemptions =
                fields.words("exemptions", EXEMPTIONS, EnumSet.noneOf(Exemption.class));
        var limit =
                new PlateLimit(
                        boundClasses(classes, exemptions),
                        exemptFuels(exemptions),
                        fields.number("exempt_share_percent", 0, 100, 0) / 100,
                        Hours.read(fields, "restriction_hours", DAYTIME),
                        fields.flag("sundays", false),
                        ids.zones(fields, "affected_zones"),
                        fields.number("deterrence", 0, 50, USUAL_DETERRENCE));
        return before.withPlates(joined(before.plates(), limit));
    }

    private static Set<VehicleClass> boundClasses(
            Set<VehicleClass> classes, Set<Exemption> exemptions) {
        var bound = EnumSet.noneOf(VehicleClass.class);
        bound.addAll(classes);
        if (exemptions.contains(Exemption.PUBLIC_TRANSPORT)) {
            bound.remove(VehicleClass.AUTO_RICKSHAW);
        }
        if (exemptions.contains(Exemption.TWO_WHEELER)) {
            bound.remove(VehicleClass.TWO_WHEELER);
        }
        return bound;
    }

    private static Set<Fuel> exemptFuels(Set<Exemption> exemptions) {
        var fuels = new HashMap<>(Map.of(Exemption.ELECTRIC, Fuel.ELECTRIC));
        fuels.put(Exemption.CNG, Fuel.CNG);
        fuels.keySet().retainAll(exemptions);
        return Set.copyOf(fuels.values());
    }

    private static Policy signalTiming(Fields fields, TownIds ids, Policy before) {
        fields.require("capacity_change_percent");
        return withRoads(
                before,
                new RoadChange(
                        ids.roads(fields, "roads"),
                        Change.factor(fields, "capacity_change_percent", -99, 900),
                        UNLIMITED_KM_PER_HOUR,
                        1));
    }

    private static Policy closure(Fields fields, TownIds ids, Policy before) {
        fields.require("roads");
        return withRoads(
                before,
                new RoadChange(ids.roads(fields, "roads"), CLOSED, UNLIMITED_KM_PER_HOUR, 1));
    }

    private static Policy speedLimit(Fields fields, TownIds ids, Policy before) {
        fields.require("km_per_hour");
        double limit = fields.number("km_per_hour", 5, 120, 50);
        return withRoads(before, new RoadChange(ids.roads(fields, "roads"), 1, limit, 1));
    }

    private static Policy bus(Fields fields, Policy before) {
        if (!fields.has("fare_change_percent")
                && !fields.has("frequency_change_percent")
                && !fields.has("bus_speed_change_percent")) {
            fields.refuse(
                    "frequency_change_percent",
                    "; allowed is this, fare_change_percent or bus_speed_change_percent");
        }
        BusService usual = before.bus();
        return before.withBus(
                new BusService(
                        usual.fareFactor()
                                * Change.factor(fields, "fare_change_percent", -100, 900),
                        usual.frequencyFactor()
                                * Change.factor(fields, "frequency_change_percent", -100, 1900),
                        usual.laneSpeedFactor()
                                * Change.factor(fields, "bus_speed_change_percent", -90, 400)));
    }

    private static Policy withRoads(Policy before, RoadChange change) {
        return before.withRoads(joined(before.roads(), change));
    }

    private static <T> List<T> joined(List<T> before, T last) {
        var all = new ArrayList<>(before);
        all.add(last);
        return all;
    }
}
