package town.nagar.ingestion.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.places.Names;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.ingestion.publish.Outlet;

/**
 * All sensors by id, as the topic {@code reference} tells, and those that announced themselves.
 *
 * <p>A stranger is entered as unverified, of type {@code announced}, its place being itself (of a
 * market's series, its mandi). It is published only once the topic has been read to its end, so
 * that it never hides a known sensor.
 */
public final class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int MAX_SOURCES = 10_000;

    private final RegistrySettings settings;
    private final InstantSource clock;
    private final Outlet outlet;
    private final Map<String, KnownSensor> byId = new ConcurrentHashMap<>();
    private final Set<String> unpublished = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lastNumber = new AtomicInteger();
    private final Cache<SourceHour, AtomicInteger> entered =
            Caffeine.newBuilder().maximumSize(MAX_SOURCES).build();
    private volatile boolean usable;
    private volatile boolean caughtUp;

    private record SourceHour(String source, long hour) {}

    public Registry(RegistrySettings settings, InstantSource clock, Outlet outlet) {
        this.settings = settings;
        this.clock = clock;
        this.outlet = outlet;
    }

    /** Whether the sensors are known, from the topic or from an earlier run. */
    public boolean isUsable() {
        return usable;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    public int count() {
        return byId.size();
    }

    public Optional<KnownSensor> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Enters a sensor that nobody told of.
     *
     * @param point where it says it is, or {@link Point#NOWHERE}
     * @return empty if its source entered too many in this hour, or the registry is full
     */
    public Optional<KnownSensor> enter(String id, Domain domain, Point point, String source) {
        if (byId.size() >= settings.maxSensors() || !mayEnter(source)) {
            return find(id);
        }
        KnownSensor known = byId.computeIfAbsent(id, key -> stranger(key, domain, point));
        unpublished.add(id);
        if (caughtUp) {
            publish();
        }
        return Optional.of(known);
    }

    private boolean mayEnter(String source) {
        SourceHour hour = new SourceHour(source, clock.millis() / HOUR_MILLIS);
        return entered.get(hour, key -> new AtomicInteger()).incrementAndGet()
                <= settings.newSensorsPerHour();
    }

    private KnownSensor stranger(String id, Domain domain, Point point) {
        Map<String, String> labels =
                point.equals(Point.NOWHERE) ? Map.of("position", "unknown") : Map.of();
        Sensor sensor =
                new Sensor(
                        id,
                        domain,
                        placeOf(id, domain),
                        "announced",
                        Names.untranslated(id),
                        point,
                        0,
                        false,
                        false,
                        new TreeMap<>(),
                        new TreeMap<>(labels));
        return new KnownSensor(lastNumber.incrementAndGet(), sensor);
    }

    /** The sensor itself; of a market's series MANDI:COMMODITY its mandi. */
    private static String placeOf(String id, Domain domain) {
        int colon = id.indexOf(':');
        return domain == Domain.MARKET && colon > 0 ? id.substring(0, colon) : id;
    }

    private void publish() {
        for (String id : List.copyOf(unpublished)) {
            boolean mine = unpublished.remove(id);
            find(id).map(KnownSensor::sensor)
                    .filter(sensor -> mine && !sensor.verified())
                    .ifPresent(this::publish);
        }
    }

    private void publish(Sensor sensor) {
        outlet.send(Topics.REFERENCE, "sensor/" + sensor.id(), ContractJson.write(sensor))
                .exceptionally(e -> {
                    unpublished.add(sensor.id());
                    LOG.warn("sensor not published sensor={}", sensor.id(), e);
                    return null;
                });
    }

    /** Takes in what the topic or an earlier run's snapshot tells. */
    void put(Sensor sensor) {
        byId.compute(
                sensor.id(),
                (id, old) ->
                        new KnownSensor(
                                old == null ? lastNumber.incrementAndGet() : old.number(), sensor));
        unpublished.remove(sensor.id());
    }

    void remove(String id) {
        byId.remove(id);
    }

    /** An earlier run's sensors are there: better than none while Kafka is away. */
    void snapshotIsIn() {
        usable = true;
    }

    /** The topic has been read to the end it had at the start. */
    void caughtUp() {
        usable = true;
        caughtUp = true;
        publish();
    }

    Collection<Sensor> list() {
        List<Sensor> all = new ArrayList<>(byId.size());
        byId.values().forEach(known -> all.add(known.sensor()));
        return all;
    }
}
