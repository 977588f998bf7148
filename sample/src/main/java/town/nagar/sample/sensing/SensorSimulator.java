package town.nagar.sample.sensing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import town.nagar.contracts.places.Sensor;
import town.nagar.sample.chance.Chance;
import town.nagar.sample.folder.TownFolder;

/**
 * What a town's sensors send, as a function of the town, a seed and the time.
 *
 * <p>Nothing is remembered: any span can be asked for, in any order, and gives the same readings.
 */
public final class SensorSimulator {
    private final List<SimulatedSensor> sensors;
    private final Happenings happenings;

    private SensorSimulator(List<SimulatedSensor> sensors, Happenings happenings) {
        this.sensors = List.copyOf(sensors);
        this.happenings = happenings;
    }

    /**
     * Simulates all simulated sensors of a town.
     *
     * @param seed another seed makes other days in the same town
     * @param fireworks on which evenings the air fills with smoke
     */
    public static SensorSimulator of(TownFolder town, long seed, FireworkNights fireworks) {
        return of(town, seed, fireworks, LastingDrift.NONE);
    }

    /** The same with a sensor that drifts for good. */
    public static SensorSimulator of(
            TownFolder town, long seed, FireworkNights fireworks, LastingDrift drift) {
        ZoneId zone = ZoneId.of(town.info().timezone());
        SensorModels models = new SensorModels(town, new Chance(seed).named("sensing"), fireworks);
        List<SimulatedSensor> sensors = new ArrayList<>();
        for (Sensor sensor : town.sensors()) {
            if (sensor.simulated() && sensor.intervalSeconds() > 0) {
                int number = sensors.size();
                SensorModel model = models.of(number, sensor);
                sensors.add(
                        new SimulatedSensor(number, sensor, model, models.faults(), drift, zone));
            }
        }
        return new SensorSimulator(sensors, new Happenings(town, models, sensors, zone, fireworks));
    }

    /** The sensors that are simulated, in the order of the town folder. */
    public List<Sensor> sensors() {
        return sensors.stream().map(SimulatedSensor::sensor).toList();
    }

    /**
     * What is sent after one moment and up to another, by event time; a batch that comes late comes
     * with the first reading after it.
     */
    public List<SimulatedReading> due(Instant after, Instant until) {
        List<SimulatedReading> readings = new ArrayList<>();
        sensors.forEach(sensor -> sensor.due(after, until, readings::add));
        readings.sort(Comparator.comparing(SimulatedReading::eventTime));
        return readings;
    }

    /**
     * The same of some sensors, one sensor after another, handed out as they are made.
     *
     * @param which sensors are meant
     */
    public void each(
            Predicate<Sensor> which,
            Instant after,
            Instant until,
            Consumer<SimulatedReading> take) {
        sensors.stream()
                .filter(sensor -> which.test(sensor.sensor()))
                .forEach(sensor -> sensor.due(after, until, take));
    }

    /** The newest reading of each sensor; none of a sensor that has nothing to say for days. */
    public List<SimulatedReading> latest(Instant now) {
        return sensors.stream()
                .map(sensor -> sensor.latest(now))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the simulator makes happen that begins after one moment and up to another. */
    public List<Happening> happenings(Instant after, Instant until) {
        return happenings.begunBetween(after, until);
    }
}
