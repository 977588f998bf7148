package town.nagar.data.latest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Sensor;
import town.nagar.data.history.Measurements;
import town.nagar.data.json.AnswerStream;
import town.nagar.data.json.JsonBytes;
import town.nagar.data.latest.LatestCache.CacheAway;
import town.nagar.data.latest.LatestCache.Entry;
import town.nagar.data.places.Registry;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/** {@code GET /v1/data/{domain}/latest}: the newest value of each sensor, by event time. */
@RestController
public final class LatestRoute {
    private static final int MOST_IDS = 1000;
    private static final int INTERVALS_UNTIL_STALE = 3;
    private static final Duration STALE_AFTER = Duration.ofMinutes(15);
    private static final Duration HOURLY_STALE_AFTER = Duration.ofHours(3);

    private final LatestCache cache;
    private final Newest newest;
    private final Map<Domain, Measurements> tables;
    private final Supplier<Registry> registry;
    private final InstantSource clock;

    public LatestRoute(
            LatestCache cache,
            DataSource database,
            Map<Domain, Measurements> tables,
            Supplier<Registry> registry,
            InstantSource clock) {
        this.cache = cache;
        this.newest = new Newest(database);
        this.tables = Map.copyOf(tables);
        this.registry = registry;
        this.clock = clock;
    }

    @GetMapping("/v1/data/{domain}/latest")
    void latest(
            @PathVariable String domain, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        Domain of = Domain.find(domain).orElseThrow(() -> ApiException.notFound("domain", domain));
        Query query = Query.of(request, "ids");
        List<String> ids = ids(of, query.find("ids"));
        Found found = find(of, ids);
        response.setHeader("X-Data-Source", found.source());
        response.setHeader("Cache-Control", "no-cache");
        try (OutputStream out = AnswerStream.open(request, response)) {
            write(of, ids, found, new JsonBytes(out));
        }
    }

    /** Sensors as asked, places as their sensors, aggregates as they are. */
    private List<String> ids(Domain domain, Optional<String> asked) {
        Registry known = registry.get();
        Set<String> ids = new LinkedHashSet<>();
        if (asked.isEmpty()) {
            known.listSensors(domain).stream().limit(MOST_IDS).forEach(s -> ids.add(s.id()));
            return List.copyOf(ids);
        }
        for (String id : List.of(asked.get().split(",", -1))) {
            List<Sensor> there =
                    known.findSensor(domain, id).isPresent()
                            ? List.of()
                            : known.listSensors(domain, id);
            if (there.isEmpty()) {
                ids.add(id.strip());
            }
            there.forEach(sensor -> ids.add(sensor.id()));
        }
        if (ids.size() > MOST_IDS) {
            throw ApiException.invalidParameter(
                    "ids", ids.size() + " ids", "at most %d ids".formatted(MOST_IDS));
        }
        return List.copyOf(ids);
    }

    /**
     * What was found.
     *
     * @param source {@code cache}, or {@code tables} while the cache is away
     * @param entries one for each id asked
     */
    private record Found(String source, List<Optional<Entry>> entries) {}

    private Found find(Domain domain, List<String> ids) throws SQLException {
        try {
            List<String> keys =
                    ids.stream().map(id -> "latest:%s:%s".formatted(domain.word(), id)).toList();
            return new Found("cache", cache.read(keys));
        } catch (CacheAway e) {
            return new Found("tables", fromTables(domain, ids));
        }
    }

    private List<Optional<Entry>> fromTables(Domain domain, List<String> ids) throws SQLException {
        Measurements of = Optional.ofNullable(tables.get(domain)).orElseThrow();
        List<Sensor> sensors =
                ids.stream().flatMap(id -> registry.get().findSensor(domain, id).stream()).toList();
        Map<String, Entry> rows = newest.read(of, sensors);
        return ids.stream().map(id -> Optional.ofNullable(rows.get(id))).toList();
    }

    private void write(Domain domain, List<String> ids, Found found, JsonBytes json)
            throws IOException {
        long now = clock.millis();
        List<String> missing = new ArrayList<>();
        json.beginObject().name("data").beginArray();
        for (int i = 0; i < ids.size(); i++) {
            Optional<Entry> entry = found.entries().get(i);
            if (entry.isPresent()) {
                long age = now - entry.get().epochMillis();
                json.reopened(entry.get().json()).name("stale");
                json.bool(age > staleAfter(domain, ids.get(i)).toMillis()).endObject();
            } else {
                missing.add(ids.get(i));
            }
        }
        json.endArray().name("missing").beginArray();
        for (String id : missing) {
            json.string(id);
        }
        json.endArray().name("source").string(found.source()).name("as_of").time(now);
        json.endObject().flush();
    }

    private Duration staleAfter(Domain domain, String id) {
        if (id.startsWith("@")) {
            boolean hourly = id.contains("hour") || id.contains("naqi");
            return hourly ? HOURLY_STALE_AFTER : STALE_AFTER;
        }
        return registry.get()
                .findSensor(domain, id)
                .filter(sensor -> sensor.intervalSeconds() > 0)
                .map(sensor ->
                        Duration.ofSeconds((long) INTERVALS_UNTIL_STALE * sensor.intervalSeconds()))
                .orElse(STALE_AFTER);
    }
}
