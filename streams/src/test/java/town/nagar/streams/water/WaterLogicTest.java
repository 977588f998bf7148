package town.nagar.streams.water;

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

class WaterLogicTest {
    /** Midnight in India. */
    private static final Instant MIDNIGHT = Instant.parse("2026-02-01T18:30:00Z");

    private static final SmallTown TOWN =
            new SmallTown()
                    .place("Z1", PlaceKind.ZONE, Map.of(), Map.of())
                    .sensor("IN", Domain.WATER, "Z1", "zone_inlet_meter", 900)
                    .sensor("M1", Domain.WATER, "Z1", "residential_meter", 900);

    private final List<Sample> samples = new ArrayList<>();

    /** An hour by quarters: inflow and pressure at the inlet, use at one meter. */
    private void hour(int hour, double inflow, double used, double pressure) {
        for (int quarter = 0; quarter < 4; quarter++) {
            Instant at = MIDNIGHT.plusSeconds(hour * 3600L + quarter * 900L);
            add(
                    "IN",
                    at,
                    Map.of(
                            "flow_rate",
                            inflow,
                            "consumption_liters",
                            inflow * 900,
                            "pressure_bar",
                            pressure));
            add("M1", at, Map.of("consumption_liters", used * 900));
        }
    }

    private void add(String sensor, Instant at, Map<String, Double> values) {
        samples.add(SmallTown.sample(Domain.WATER, sensor, "Z1", at, values));
    }

    /** Days of usual use: little by night, much by day. */
    private void usualDays(int days) {
        for (int hour = 0; hour < days * 24; hour++) {
            boolean night = hour % 24 < 5;
            hour(hour, night ? 2 : 8, night ? 0.5 : 5, 2);
        }
    }

    private Replay replay() {
        Replay replay = new Replay(new WaterLogic(), TOWN.book());
        replay.run(SmallTown.slices(WaterLogic.job().slicer(), samples));
        return replay;
    }

    private static List<AlertEvent> alerts(String rule, Replay replay) {
        return replay.alerts().stream().filter(alert -> alert.rule().equals(rule)).toList();
    }

    @Test
    void anHourOfAZone() {
        hour(0, 2, 0.5, 1.8);
        Aggregate hour = replay().results().getFirst();
        assertThat(hour.figures())
                .containsEntry("consumption_litres", 1800.0)
                .containsEntry("inflow_litres", 7200.0)
                .containsEntry("unmetered_litres_per_second", 1.5)
                .containsEntry("mean_pressure_bar", 1.8)
                .containsEntry("active_meters", 2.0);
    }

    @Test
    void usualDaysGiveNoAlert() {
        usualDays(6);
        assertThat(replay().alerts()).isEmpty();
    }

    @Test
    void moreFlowInTheNightThanEverIsALeakWithItsLoss() {
        usualDays(5);
        for (int hour = 0; hour < 5; hour++) {
            hour(120 + hour, 3.2, 0.5, 2);
        }
        AlertEvent leak = alerts("water_leak", replay()).getFirst();
        assertThat(leak.phase()).isEqualTo(Phase.OPENED);
        // the hours from midnight are in excess too: at 03:00 they are three in a row
        assertThat(leak.at()).isEqualTo(MIDNIGHT.plus(Duration.ofHours(123)));
        assertThat(leak.metrics().get("estimated_loss_litres_per_second")).isBetween(1.19, 1.21);
    }

    @Test
    void oneHourOfMoreFlowByDayIsNoLeakUnlessThePressureFalls() {
        usualDays(5);
        for (int hour = 0; hour < 12; hour++) {
            hour(120 + hour, hour < 5 ? 2 : 8, hour < 5 ? 0.5 : 5, 2);
        }
        hour(132, 10, 5, 2);
        assertThat(alerts("water_leak", replay())).isEmpty();
        hour(133, 10, 5, 1.7);
        assertThat(alerts("water_leak", replay())).hasSize(1);
    }

    @Test
    void pressureBelowSevenMetresOfWaterIsLow() {
        hour(0, 2, 0.5, 0.68);
        hour(1, 2, 0.5, 0.9);
        assertThat(alerts("low_pressure", replay()))
                .extracting(AlertEvent::phase)
                .containsExactly(Phase.OPENED, Phase.CLEARED);
    }
}
