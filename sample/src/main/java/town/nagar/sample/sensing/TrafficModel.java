package town.nagar.sample.sensing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Values;
import town.nagar.norms.traffic.VehicleClass;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.sensing.Incidents.Felt;

/** A camera or loop on a road: two peaks a working day, a late easy Sunday, rain and incidents. */
final class TrafficModel implements SensorModel {
    private static final double[] WORKING_DAY = {
        .06, .04, .03, .03, .06, .14, .30, .52, .82, 1.0, .88, .74, .68, .66, .62, .66, .78, .92,
        1.0, .94, .74, .50, .28, .13
    };
    private static final double[] SUNDAY = {
        .08, .05, .03, .03, .05, .10, .18, .26, .36, .46, .54, .58, .56, .50, .46, .48, .58, .70,
        .78, .76, .66, .48, .28, .14
    };
    private static final List<VehicleClass> CLASSES = VehicleClass.all();

    /** What an average vehicle of the town's stream weighs. */
    private static final double PCU_A_VEHICLE =
            CLASSES.stream()
                    .mapToDouble(each -> each.townShare() * each.pcu(each.townShare()))
                    .sum();

    /** Length of road that an average vehicle covers for a detector. */
    private static final double VEHICLE_M = 4.2;

    private static final double LEAST_KMH = 3;

    private final int number;
    private final boolean camera;
    private final int intervalSeconds;
    private final double capacityPcuPerHour;
    private final double freeFlowKmh;
    private final double lanes;
    private final double busyness;
    private final int road;
    private final List<Incidents.Source> sources;
    private final Incidents incidents;
    private final TownWeather weather;
    private final Chance chance;

    /**
     * @param number of the sensor, from 0
     * @param sources roads whose incidents reach this one
     */
    TrafficModel(
            int number,
            Sensor sensor,
            Place road,
            List<Incidents.Source> sources,
            Incidents incidents,
            TownWeather weather,
            Chance chance) {
        this.number = number;
        this.camera = sensor.type().equals("camera");
        this.intervalSeconds = sensor.intervalSeconds();
        this.capacityPcuPerHour = road.figures().getOrDefault("capacity_pcu_per_hour", 900.0);
        this.freeFlowKmh = road.figures().getOrDefault("free_flow_kmh", 40.0);
        this.lanes = road.figures().getOrDefault("lanes", 1.0);
        this.road = road.label("road").hashCode();
        this.busyness =
                0.78
                        * StrictMath.exp(0.14 * chance.normal("busy", this.road, 0))
                        * StrictMath.exp(0.06 * chance.normal("busy link", number, 0));
        this.sources = List.copyOf(sources);
        this.incidents = incidents;
        this.weather = weather;
        this.chance = chance;
    }

    @Override
    public Optional<Values> at(TownTime time) {
        double load = load(time);
        double slow = 1 + 0.1 * Math.min(3, weather.rainMmPerHour(time));
        double kmh = freeFlowKmh / (1 + 0.75 * load * load * load) / slow;
        double occupied = 0;
        for (Felt felt : incidents.felt(sources, time)) {
            boolean here = felt.linksDownstream() == 0;
            load *= 1 - felt.severity() * (here ? 1.0 : 0.7);
            kmh *= 1 - felt.severity() * (here ? 0.95 : 0.8);
            occupied = Math.max(occupied, felt.severity() * (here ? 70 : 60));
        }
        return Optional.of(measured(load, kmh, occupied, time));
    }

    /** Flow as a share of capacity. */
    private double load(TownTime time) {
        double[] day = time.isSunday() ? SUNDAY : WORKING_DAY;
        double saturday = time.isSaturday() ? 0.88 : 1;
        double along = StrictMath.exp(0.09 * chance.curve("road", road, time.hours() * 2));
        double town = StrictMath.exp(0.05 * chance.curve("town traffic", 0, time.hours() / 24));
        return time.ofHours(day) * saturday * busyness * along * town;
    }

    private Values measured(double load, double kmh, double occupied, TownTime time) {
        long step = Math.round(time.hours() * 3_600);
        double expected = load * capacityPcuPerHour / PCU_A_VEHICLE * intervalSeconds / 3_600;
        double counted =
                expected + StrictMath.sqrt(expected) * chance.normal("count", number, step);
        long vehicles = Math.max(0, Math.round(counted));
        double seen = Math.max(LEAST_KMH, kmh * (1 + 0.04 * chance.normal("speed", number, step)));
        double perHour = vehicles * 3_600.0 / intervalSeconds;
        double covered = perHour * VEHICLE_M / (seen * 1_000) / lanes * 100;
        Measured measured =
                new Measured(Domain.TRAFFIC)
                        .set("vehicle_count", (double) vehicles, 0)
                        .set("average_speed", seen, 1)
                        .set(
                                "occupancy_percentage",
                                Math.clamp(Math.max(covered, occupied), 0, 98),
                                1)
                        .set("interval_seconds", intervalSeconds, 0);
        if (camera) {
            setClasses(vehicles, step, measured);
        }
        return measured.values();
    }

    /** Deals the vehicles out among the classes; their counts add up to all. */
    private void setClasses(long vehicles, long step, Measured measured) {
        double[] shares = new double[CLASSES.size()];
        for (int each = 0; each < shares.length; each++) {
            double varied = 1 + 0.25 * chance.normal("class" + each, number, step);
            shares[each] = CLASSES.get(each).townShare() * Math.max(0.1, varied);
        }
        double total = Arrays.stream(shares).sum();
        double soFar = 0;
        long dealt = 0;
        for (int each = 0; each < shares.length; each++) {
            soFar += shares[each];
            long upToHere = Math.round(vehicles * soFar / total);
            measured.set(CLASSES.get(each).quantity(), (double) (upToHere - dealt), 0);
            dealt = upToHere;
        }
    }
}
