package town.nagar.ingestion.door;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.ReadingJson;
import town.nagar.contracts.readings.Values;
import town.nagar.ingestion.anomalies.Histories;
import town.nagar.ingestion.door.DoorMetrics.Kind;
import town.nagar.ingestion.publish.Outlet;
import town.nagar.ingestion.publish.OutletException;
import town.nagar.ingestion.registry.KnownSensor;
import town.nagar.ingestion.registry.Registry;

/**
 * The way in for every message, whatever its route: read, convert, check, flag, publish.
 *
 * <p>Safe for many threads. Blocks only while Kafka's send buffer is full.
 */
public final class Door {
    private final Registry registry;
    private final Histories histories;
    private final Outlet outlet;
    private final IngestIds ids;
    private final InstantSource clock;
    private final RecentReadings recent;
    private final ItemChecks checks;
    private final Refusals refusals;
    private final DoorMetrics metrics;
    private final long aheadMillis;

    public Door(
            DoorSettings settings,
            Registry registry,
            Histories histories,
            Outlet outlet,
            InstantSource clock,
            MeterRegistry meters) {
        this.registry = registry;
        this.histories = histories;
        this.outlet = outlet;
        this.clock = clock;
        ids = new IngestIds(clock, settings.instance());
        recent = new RecentReadings(settings.duplicateWindow(), settings.maxRecent());
        checks = new ItemChecks(settings);
        refusals = new Refusals(outlet, ids);
        metrics = new DoorMetrics(meters, recent, registry);
        aheadMillis = settings.clockAheadAfter().toMillis();
    }

    /** Whether messages are taken: not before the registry has been read. */
    public boolean isOpen() {
        return registry.isUsable();
    }

    /** Takes a message in: one item, an array of items, or {@code {"readings": [..]}}. */
    public Intake take(Origin origin, byte[] message) {
        long now = clock.millis();
        Optional<Domain> domain = Domain.find(origin.domain());
        if (domain.isEmpty()) {
            return one(refuseDomain(origin, message, now));
        }
        if (!isOpen()) {
            return one(postpone(domain.get(), origin.route()));
        }
        MessageReader.Read read =
                MessageReader.read(domain.get(), origin.sensorId().isEmpty(), message);
        Visit visit = new Visit(origin, domain.get(), message, now, metrics.startNanos());
        List<Outcome> outcomes = read.items().stream().map(visit::settle).toList();
        return new Intake(outcomes, read.batch());
    }

    /** Puts something to the dead letters that could not even be made a message. */
    public Outcome refuse(Origin origin, Reason reason, String message, byte[] original) {
        metrics.refused(Domain.find(origin.domain()), origin.route(), reason);
        return refusals.refuse(
                origin, origin.sensorId(), reason, message, original, clock.millis());
    }

    private static Intake one(Outcome outcome) {
        return new Intake(List.of(outcome), false);
    }

    private Outcome refuseDomain(Origin origin, byte[] message, long now) {
        metrics.refused(Optional.empty(), origin.route(), Reason.UNKNOWN_DOMAIN);
        String words = String.join(", ", Arrays.stream(Domain.values()).map(Domain::word).toList());
        return refusals.refuse(
                origin,
                origin.sensorId(),
                Reason.UNKNOWN_DOMAIN,
                "domain '%s' is none of %s".formatted(origin.domain(), words),
                message,
                now);
    }

    private Outcome postpone(Domain domain, Route route) {
        metrics.count(domain, route, Kind.POSTPONED);
        String why = "the sensor registry has not been read yet";
        return new Outcome.Postponed(why, CompletableFuture.failedFuture(new OutletException(why)));
    }

    /** One message on its way through the door. */
    private final class Visit {
        private final Origin origin;
        private final Domain domain;
        private final byte[] message;
        private final long now;
        private final long startNanos;

        private Visit(Origin origin, Domain domain, byte[] message, long now, long startNanos) {
            this.origin = origin;
            this.domain = domain;
            this.message = message;
            this.now = now;
            this.startNanos = startNanos;
        }

        private Outcome settle(Item item) {
            nameSensor(item);
            boolean converted = !item.isWrong() && checks.check(item, domain, now);
            if (item.isWrong()) {
                return refuse(item);
            }
            Optional<KnownSensor> sensor = sensor(item);
            return sensor.isPresent() && !item.isWrong()
                    ? accept(item, sensor.get(), converted)
                    : refuse(item);
        }

        private void nameSensor(Item item) {
            if (origin.sensorId().isEmpty()) {
                return;
            }
            if (!TextRules.isSensorId(origin.sensorId())) {
                item.wrong(
                        Reason.MALFORMED,
                        "sensor id in the address is not 1 to 50 letters, digits or any of _ . : -");
            } else if (item.sensorId.isEmpty()) {
                item.sensorId = origin.sensorId();
            } else if (!item.sensorId.equals(origin.sensorId())) {
                item.wrong(
                        Reason.SENSOR_ID_MISMATCH,
                        "sensor_id is '%s' but the address says '%s'"
                                .formatted(item.sensorId, origin.sensorId()));
            }
        }

        private Optional<KnownSensor> sensor(Item item) {
            Optional<KnownSensor> known = registry.find(item.sensorId);
            if (known.isEmpty()) {
                known = registry.enter(item.sensorId, domain, position(item), origin.source());
            }
            if (known.isEmpty()) {
                item.wrong(
                        Reason.TOO_MANY_NEW_SENSORS,
                        "sensor '%s' is not known, and '%s' announced too many in this hour"
                                .formatted(item.sensorId, origin.source()));
            } else if (known.get().sensor().domain() != domain) {
                item.wrong(
                        Reason.WRONG_DOMAIN,
                        "sensor '%s' belongs to %s, not to %s"
                                .formatted(
                                        item.sensorId,
                                        known.get().sensor().domain().word(),
                                        domain.word()));
            }
            return known;
        }

        private static Point position(Item item) {
            return Double.isNaN(item.lat) ? Point.NOWHERE : new Point(item.lat, item.lon);
        }

        private Outcome accept(Item item, KnownSensor sensor, boolean converted) {
            CompletableFuture<Void> mine = new CompletableFuture<>();
            Optional<CompletableFuture<Void>> before =
                    recent.remember(
                            sensor.number(),
                            item.eventMillis,
                            RecentReadings.hash(item.values),
                            now,
                            mine);
            if (before.isPresent()) {
                metrics.count(domain, origin.route(), Kind.DUPLICATE);
                return new Outcome.Duplicate(sensor.id(), before.get());
            }
            Values values = values(item);
            Set<Flag> flags = flags(item, sensor, values, converted);
            return publish(item, sensor, values, flags, mine);
        }

        private Values values(Item item) {
            Values.Builder values = new Values.Builder(domain);
            List<Quantity> quantities = Quantities.of(domain).list();
            for (int i = 0; i < item.values.length; i++) {
                values.set(quantities.get(i), item.values[i]);
            }
            return values.build();
        }

        private Set<Flag> flags(Item item, KnownSensor sensor, Values values, boolean converted) {
            Set<Flag> flags = EnumSet.noneOf(Flag.class);
            add(flags, Flag.UNVERIFIED, !sensor.sensor().verified());
            add(flags, Flag.SIMULATED, sensor.sensor().simulated());
            add(flags, Flag.CONVERTED, converted);
            add(flags, Flag.REPLAYED, origin.replayed());
            add(flags, Flag.CLOCK_AHEAD, item.eventMillis - now > aheadMillis);
            boolean implausible =
                    isImplausible(item, sensor) || ItemChecks.pricesContradict(item, domain);
            add(flags, Flag.IMPLAUSIBLE, implausible);
            add(
                    flags,
                    Flag.ANOMALOUS,
                    !implausible
                            && histories.isUnusual(
                                    sensor.id(), domain, values, item.eventMillis, now));
            return flags;
        }

        private static void add(Set<Flag> flags, Flag flag, boolean holds) {
            if (holds) {
                flags.add(flag);
            }
        }

        private static boolean isImplausible(Item item, KnownSensor sensor) {
            for (int i = 0; i < item.values.length; i++) {
                if (!Double.isNaN(item.values[i]) && !sensor.isPlausible(i, item.values[i])) {
                    return true;
                }
            }
            return false;
        }

        private Outcome publish(
                Item item,
                KnownSensor sensor,
                Values values,
                Set<Flag> flags,
                CompletableFuture<Void> done) {
            long id = ids.next();
            String place = sensor.sensor().placeId();
            Reading reading =
                    new Reading(
                            domain,
                            sensor.id(),
                            place,
                            Instant.ofEpochMilli(item.eventMillis),
                            Instant.ofEpochMilli(now),
                            values,
                            item.labels,
                            flags,
                            id,
                            origin.source());
            var _ =
                    done.whenComplete((sent, e) -> {
                        if (e == null) {
                            metrics.arrived(startNanos);
                        }
                    });
            outlet.send(Topics.readings(domain), place, ReadingJson.write(reading), done);
            metrics.count(domain, origin.route(), Kind.ACCEPTED);
            return new Outcome.Accepted(sensor.id(), id, flags, done);
        }

        private Outcome refuse(Item item) {
            metrics.refused(Optional.of(domain), origin.route(), item.reason());
            byte[] original =
                    item.start == 0 && item.end >= message.length
                            ? message
                            : Arrays.copyOfRange(
                                    message, item.start, Math.max(item.start, item.end));
            return refusals.refuse(
                    origin, item.sensorId, item.reason(), item.message(), original, now);
        }
    }
}
