package town.nagar.ingestion.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import town.nagar.contracts.Domain;
import town.nagar.ingestion.registry.Registry;

/** What passed the door, counted by domain, route and outcome. */
final class DoorMetrics {
    /** What is counted of an item. */
    enum Kind {
        ACCEPTED,
        DUPLICATE,
        REFUSED,
        POSTPONED
    }

    private static final String READINGS = "nagar.ingestion.readings";

    /** Of one domain, by route and kind. */
    private record Counters(Map<Route, Map<Kind, Counter>> byRoute) {
        void count(Route route, Kind kind) {
            Objects.requireNonNull(Objects.requireNonNull(byRoute.get(route)).get(kind))
                    .increment();
        }
    }

    private final Map<Domain, Counters> byDomain = new EnumMap<>(Domain.class);
    private final Counters unknownDomain;
    private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);
    private final Timer latency;
    private final io.micrometer.core.instrument.Clock clock;

    DoorMetrics(MeterRegistry registry, RecentReadings recent, Registry sensors) {
        clock = registry.config().clock();
        Arrays.stream(Domain.values())
                .forEach(domain -> byDomain.put(domain, counters(registry, domain.word())));
        unknownDomain = counters(registry, "unknown");
        Arrays.stream(Reason.values())
                .forEach(reason -> refused.put(reason, deadLetters(registry, reason)));
        latency =
                Timer.builder("nagar.ingestion.latency")
                        .description("from receipt of a message to Kafka's acknowledgement")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(1))
                        .maximumExpectedValue(Duration.ofMinutes(1))
                        .register(registry);
        FunctionCounter.builder("nagar.ingestion.corrections", recent, RecentReadings::corrections)
                .description("readings with other values than one of the same time just before")
                .register(registry);
        Gauge.builder("nagar.ingestion.sensors", sensors, Registry::count)
                .description("sensors in the registry")
                .register(registry);
    }

    private static Counter deadLetters(MeterRegistry registry, Reason reason) {
        return Counter.builder("nagar.ingestion.dead.letters")
                .tag("reason", reason.word())
                .register(registry);
    }

    private static Counters counters(MeterRegistry registry, String domain) {
        Map<Route, Map<Kind, Counter>> byRoute = new EnumMap<>(Route.class);
        for (Route route : Route.values()) {
            Map<Kind, Counter> byKind = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                byKind.put(
                        kind,
                        Counter.builder(READINGS)
                                .tag("domain", domain)
                                .tag("route", route.word())
                                .tag("outcome", kind.name().toLowerCase(Locale.ROOT))
                                .register(registry));
            }
            byRoute.put(route, byKind);
        }
        return new Counters(byRoute);
    }

    void count(Domain domain, Route route, Kind kind) {
        Objects.requireNonNull(byDomain.get(domain)).count(route, kind);
    }

    void refused(Optional<Domain> domain, Route route, Reason reason) {
        domain.map(byDomain::get).orElse(unknownDomain).count(route, Kind.REFUSED);
        Objects.requireNonNull(refused.get(reason)).increment();
    }

    long startNanos() {
        return clock.monotonicTime();
    }

    void arrived(long startNanos) {
        latency.record(clock.monotonicTime() - startNanos, TimeUnit.NANOSECONDS);
    }
}
