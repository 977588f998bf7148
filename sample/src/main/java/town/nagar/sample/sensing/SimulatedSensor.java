package town.nagar.sample.sensing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Values;
import town.nagar.sample.sensing.Faults.Fault;
import town.nagar.sample.sensing.Happening.Kind;

/** One sensor: when it measures, what it sees, and what goes wrong with it. */
final class SimulatedSensor {
    /** Market reports come at 17:00 in India; everything else at whole intervals of UTC. */
    private static final long MARKET_SECOND = 41_400;

    private static final int TICKS_BACK = 8;

    private static final List<String> LABELS_SENT = List.of("commodity", "meter_type");

    private final int number;
    private final Sensor sensor;
    private final SensorModel model;
    private final Faults faults;
    private final LastingDrift drift;
    private final ZoneId zone;
    private final Map<String, String> labels;
    private final long phaseSeconds;

    /**
     * @param number of the sensor, from 0
     */
    SimulatedSensor(
            int number,
            Sensor sensor,
            SensorModel model,
            Faults faults,
            LastingDrift drift,
            ZoneId zone) {
        this.number = number;
        this.sensor = sensor;
        this.model = model;
        this.faults = faults;
        this.drift = drift;
        this.zone = zone;
        this.labels = labelsSent(sensor);
        this.phaseSeconds = sensor.domain() == Domain.MARKET ? MARKET_SECOND : 0;
    }

    private static Map<String, String> labelsSent(Sensor sensor) {
        Map<String, String> labels = new HashMap<>();
        labels.put("simulated", "true");
        sensor.labels()
                .forEach((name, word) -> {
                    if (LABELS_SENT.contains(name)) {
                        labels.put(name, word);
                    }
                });
        return Map.copyOf(labels);
    }

    Sensor sensor() {
        return sensor;
    }

    Optional<Fault> findFault(long day) {
        return sensor.domain() == Domain.MARKET ? Optional.empty() : faults.find(number, day);
    }

    /** Gives what is sent after one moment and up to another, in the order of sending. */
    void due(Instant after, Instant until, Consumer<SimulatedReading> send) {
        for (long tick = tickAt(after) + 1; tick <= tickAt(until); tick++) {
            sendAt(tick, send);
        }
    }

    /** The newest reading that a sound sensor would have sent by now. */
    Optional<SimulatedReading> latest(Instant now) {
        long newest = tickAt(now);
        for (long tick = newest; tick > newest - TICKS_BACK; tick--) {
            Optional<SimulatedReading> reading = reading(tick);
            if (reading.isPresent()) {
                return reading;
            }
        }
        return Optional.empty();
    }

    private long tickAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond() - phaseSeconds, sensor.intervalSeconds());
    }

    private Instant instantOf(long tick) {
        return Instant.ofEpochSecond(tick * sensor.intervalSeconds() + phaseSeconds);
    }

    private void sendAt(long tick, Consumer<SimulatedReading> send) {
        TownTime time = TownTime.at(instantOf(tick), zone);
        Optional<Fault> fault = findFault(time.day());
        if (fault.isEmpty()) {
            reading(tick).ifPresent(send);
        } else {
            sendFaulty(tick, time, fault.get(), send);
        }
    }

    private void sendFaulty(
            long tick, TownTime time, Fault fault, Consumer<SimulatedReading> send) {
        boolean now = fault.holds(time.hours());
        if (fault.kind() == Kind.LATE_BATCH) {
            if (!now) {
                sendHeld(tick, fault, send);
                reading(tick).ifPresent(send);
            }
        } else if (!(fault.kind() == Kind.SILENCE && now)) {
            reading(tick).ifPresent(send);
            if (fault.kind() == Kind.DUPLICATES && now) {
                reading(tick).ifPresent(send);
            }
        }
    }

    /** Sends what was held back if the tick is the first after the fault. */
    private void sendHeld(long tick, Fault fault, Consumer<SimulatedReading> send) {
        long first = tick;
        while (fault.holds(TownTime.at(instantOf(first - 1), zone).hours())) {
            first--;
        }
        for (long held = first; held < tick; held++) {
            reading(held).ifPresent(send);
        }
    }

    private Optional<SimulatedReading> reading(long tick) {
        Instant at = instantOf(tick);
        TownTime time = TownTime.at(at, zone);
        return model.at(time)
                .map(values -> drift.distort(sensor.id(), at, distorted(values, time)))
                .map(values -> new SimulatedReading(sensor, at, values, labels));
    }

    private Values distorted(Values values, TownTime time) {
        return findFault(time.day())
                .map(fault -> faults.distort(fault, time, values))
                .orElse(values);
    }
}
