package town.nagar.streams.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.places.Replay;
import town.nagar.streams.window.Sample;

class TrafficLogicTest {
    private static final SmallTown TOWN =
            new SmallTown()
                    .place(
                            "UP",
                            PlaceKind.ROAD,
                            Map.of("capacity_pcu_per_hour", 1500.0, "free_flow_kmh", 50.0),
                            Map.of())
                    .place(
                            "DOWN",
                            PlaceKind.ROAD,
                            Map.of("capacity_pcu_per_hour", 1500.0, "free_flow_kmh", 50.0),
                            Map.of("upstream", "UP"));

    private final List<Sample> samples = new ArrayList<>();

    /** A minute on a road: two readings of half a minute each. */
    private void minute(String road, int minute, double vehicles, double speed) {
        for (int half = 0; half < 2; half++) {
            Instant at = SmallTown.NOON.plusSeconds(minute * 60L + half * 30L);
            samples.add(
                    SmallTown.sample(
                            Domain.TRAFFIC,
                            "T-" + road,
                            road,
                            at,
                            Map.of(
                                    "car_count",
                                    vehicles / 2,
                                    "vehicle_count",
                                    vehicles / 2,
                                    "average_speed",
                                    speed,
                                    "interval_seconds",
                                    30.0)));
        }
    }

    private Replay replay() {
        Replay replay = new Replay(new TrafficLogic(), TOWN.book());
        replay.run(SmallTown.slices(TrafficLogic.job().slicer(), samples));
        return replay;
    }

    private static List<Aggregate> of(String kind, Replay replay) {
        return replay.results().stream().filter(result -> result.kind().equals(kind)).toList();
    }

    private static List<AlertEvent> alerts(String rule, Replay replay) {
        return replay.alerts().stream().filter(alert -> alert.rule().equals(rule)).toList();
    }

    @Test
    void aMinuteOfTwentyCarsAtHalfTheFreeSpeed() {
        minute("UP", 0, 20, 25);
        Aggregate minute = of("traffic_minute", replay()).getFirst();
        assertThat(minute.figures())
                .containsEntry("vehicle_count", 20.0)
                .containsEntry("mean_speed_kmh", 25.0)
                .containsEntry("pcu_per_hour", 1200.0)
                .containsEntry("volume_to_capacity", 0.8)
                .containsEntry("congestion_level", 80.0);
        assertThat(minute.labels())
                .containsEntry("level_of_service", "D")
                .containsEntry("congestion_basis", "pcu_classified+speed");
        assertThat(minute.windowEnd()).isEqualTo(SmallTown.NOON.plusSeconds(60));
    }

    @Test
    void fiveMinutesSlideByOne() {
        for (int minute = 0; minute < 6; minute++) {
            minute("UP", minute, minute, 50);
        }
        assertThat(of("traffic_five_minutes", replay()))
                .extracting(result -> result.figures().get("vehicle_count"))
                .containsExactly(0.0, 1.0, 3.0, 6.0, 10.0, 15.0, 14.0, 12.0, 9.0, 5.0);
    }

    @Test
    void congestionOpensAboveSeventyAndClosesAfterThreeMinutesBelowSixty() {
        double[] speeds = {40, 12, 18, 22, 12, 22, 22, 22, 22, 40};
        for (int minute = 0; minute < speeds.length; minute++) {
            minute("UP", minute, 2, speeds[minute]);
        }
        List<AlertEvent> told = alerts("traffic_congestion", replay());
        assertThat(told).extracting(AlertEvent::phase).containsExactly(Phase.OPENED, Phase.CLEARED);
        assertThat(told.getFirst().at()).isEqualTo(SmallTown.NOON.plus(Duration.ofMinutes(2)));
        assertThat(told.getLast().at()).isEqualTo(SmallTown.NOON.plus(Duration.ofMinutes(9)));
    }

    @Test
    void aCollapseWhileTheRoadUpstreamFillsIsAnIncidentThatEndsByRecovery() {
        for (int minute = 0; minute < 30; minute++) {
            boolean blocked = minute >= 10 && minute < 20;
            minute("DOWN", minute, 5, blocked ? 8 : 45);
            minute("UP", minute, 5, blocked ? 15 : 45);
        }
        Replay replay = replay();
        List<AlertEvent> told = alerts("traffic_incident", replay);
        assertThat(told).extracting(AlertEvent::phase).containsExactly(Phase.OPENED, Phase.CLEARED);
        assertThat(told).extracting(AlertEvent::placeId).containsOnly("DOWN");
        Aggregate session = of("traffic_incident_session", replay).getFirst();
        assertThat(session.windowStart()).isEqualTo(told.getFirst().at());
        assertThat(session.windowEnd()).isEqualTo(told.getLast().at());
        assertThat(session.windowEnd()).isAfter(SmallTown.NOON.plus(Duration.ofMinutes(20)));
    }

    @Test
    void aCollapseWithoutAQueueUpstreamIsNoIncident() {
        for (int minute = 0; minute < 30; minute++) {
            minute("DOWN", minute, 5, minute >= 10 && minute < 20 ? 8 : 45);
            minute("UP", minute, 5, 45);
        }
        assertThat(alerts("traffic_incident", replay())).isEmpty();
    }
}
