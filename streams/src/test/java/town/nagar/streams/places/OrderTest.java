package town.nagar.streams.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.traffic.TrafficLogic;
import town.nagar.streams.window.Sample;

/**
 * Order and repetition within the allowed disorder change nothing; neither does reading a table.
 */
class OrderTest {
    private static final int MINUTES = 40;
    private static final int DISORDER_SECONDS = 29;
    private static final SmallTown TOWN =
            new SmallTown()
                    .place(
                            "R1",
                            PlaceKind.ROAD,
                            Map.of("capacity_pcu_per_hour", 900.0, "free_flow_kmh", 45.0),
                            Map.of("upstream", "R2"))
                    .place(
                            "R2",
                            PlaceKind.ROAD,
                            Map.of("capacity_pcu_per_hour", 900.0, "free_flow_kmh", 45.0),
                            Map.of());

    /** Two sensors every 10 s; congestion comes and goes. */
    private static List<Sample> samples(Random random) {
        List<Sample> samples = new ArrayList<>();
        for (int second = 0; second < MINUTES * 60; second += 10) {
            boolean jam = second / 600 % 2 == 1;
            for (int sensor = 1; sensor <= 2; sensor++) {
                double speed = (jam ? 8 : 38) + 6 * random.nextDouble();
                Instant at = SmallTown.NOON.plusSeconds(second);
                samples.add(
                        SmallTown.sample(
                                Domain.TRAFFIC,
                                "T" + sensor,
                                "R" + sensor,
                                at,
                                Map.of(
                                        "vehicle_count",
                                        (double) random.nextInt(6),
                                        "average_speed",
                                        speed,
                                        "interval_seconds",
                                        10.0)));
            }
        }
        return samples;
    }

    private static List<Sample> shuffled(List<Sample> samples, Random random) {
        record Arrival(Sample sample, long at) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (Sample sample : samples) {
            int copies = 1 + random.nextInt(3) / 2;
            for (int copy = 0; copy < copies; copy++) {
                long delay = Duration.ofSeconds(random.nextInt(DISORDER_SECONDS)).toMillis();
                arrivals.add(new Arrival(sample, sample.timeMillis() + delay));
            }
        }
        return arrivals.stream()
                .sorted(Comparator.comparingLong(Arrival::at))
                .map(Arrival::sample)
                .toList();
    }

    /** What remains of results when a later one replaces an earlier. */
    private static Map<String, Aggregate> latest(List<Aggregate> results) {
        Map<String, Aggregate> latest = new HashMap<>();
        for (Aggregate result : results) {
            String key =
                    "%s %s %s %s"
                            .formatted(
                                    result.kind(),
                                    result.placeId(),
                                    result.labels().getOrDefault("sensor_id", ""),
                                    result.windowEnd());
            latest.put(key, result);
        }
        return latest;
    }

    private static List<AlertEvent> sorted(List<AlertEvent> alerts) {
        return alerts.stream()
                .sorted(
                        Comparator.comparing(AlertEvent::at)
                                .thenComparing(AlertEvent::alertId)
                                .thenComparing(AlertEvent::phase))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shuffledAndRepeatedReadingsGiveTheSameResultsAndAlerts(long seed) throws Exception {
        List<Sample> samples = samples(new Random(seed));
        StreamRun ordered = StreamRun.of(TrafficLogic.job(), TOWN, samples);
        StreamRun mixed =
                StreamRun.of(TrafficLogic.job(), TOWN, shuffled(samples, new Random(seed)));
        assertThat(latest(mixed.results())).isEqualTo(latest(ordered.results())).isNotEmpty();
        assertThat(sorted(mixed.alerts())).isEqualTo(sorted(ordered.alerts())).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {6, 7})
    void aReplayOfStoredReadingsFindsWhatTheStreamFound(long seed) throws Exception {
        List<Sample> samples = samples(new Random(seed));
        StreamRun stream = StreamRun.of(TrafficLogic.job(), TOWN, samples);
        Replay replay = new Replay(new TrafficLogic(), TOWN.book());
        replay.run(SmallTown.slices(TrafficLogic.job().slicer(), samples));
        assertThat(latest(replay.results())).isEqualTo(latest(stream.results()));
        assertThat(sorted(replay.alerts())).isEqualTo(sorted(stream.alerts()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {8, 9})
    void readingsThatComeLateCorrectTheResults(long seed) throws Exception {
        List<Sample> samples = samples(new Random(seed));
        List<Sample> late = new ArrayList<>(samples);
        // one sensor's last minute but one comes after all else: late, within the lateness
        List<Sample> held =
                late.stream()
                        .filter(sample -> sample.sensorId().equals("T1"))
                        .filter(sample -> minute(sample) == MINUTES - 2)
                        .toList();
        late.removeAll(held);
        late.addAll(held);
        assertThat(latest(StreamRun.of(TrafficLogic.job(), TOWN, late).results()))
                .isEqualTo(latest(StreamRun.of(TrafficLogic.job(), TOWN, samples).results()));
    }

    private static long minute(Sample sample) {
        return (sample.timeMillis() - SmallTown.NOON.toEpochMilli()) / 60_000;
    }
}
