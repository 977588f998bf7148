package town.nagar.streams.agriculture;

import static org.assertj.core.api.Assertions.assertThat;

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
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.Replay;
import town.nagar.streams.window.Sample;
import town.nagar.streams.window.Slice;

class AgricultureLogicTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-02-01T18:30:00Z");
    private static final SmallTown TOWN =
            new SmallTown()
                    .place(
                            "F1",
                            PlaceKind.FIELD,
                            Map.of(
                                    "field_capacity", 30.0,
                                    "wilting_point", 10.0,
                                    "root_depth_m", 0.5),
                            Map.of())
                    .place("WS1", PlaceKind.WEATHER_STATION, Map.of(), Map.of());

    private final List<Sample> field = new ArrayList<>();
    private final List<Sample> weather = new ArrayList<>();

    private void moisture(int hour, double percentage, double irrigation) {
        field.add(
                SmallTown.sample(
                        Domain.AGRICULTURE,
                        "A1",
                        "F1",
                        MIDNIGHT.plusSeconds(hour * 3600L),
                        Map.of("soil_moisture", percentage, "irrigation_mm", irrigation)));
    }

    private Replay replay() {
        DomainLogic job = AgricultureLogic.job();
        List<Slice> slices = new ArrayList<>(SmallTown.slices(job.slicer(), field));
        slices.addAll(SmallTown.slices(job.beside().getFirst(), weather));
        Replay replay = new Replay(job.logic(), TOWN.book());
        replay.run(slices);
        return replay;
    }

    @Test
    void aDaysWaterIsBalanced() {
        weather.add(
                SmallTown.sample(
                        Domain.WEATHER,
                        "X1",
                        "WS1",
                        MIDNIGHT.plusSeconds(7200),
                        Map.of("rainfall_mm", 6.0)));
        for (int hour = 0; hour < 24; hour++) {
            moisture(hour, hour < 12 ? 20 : 21, hour == 3 ? 4 : 0);
        }
        Aggregate day =
                replay().results().stream()
                        .filter(result -> result.kind().equals("agriculture_day"))
                        .findFirst()
                        .orElseThrow();
        // one point of 500 mm is 5 mm more in store, of 6 + 4 mm that came
        assertThat(day.figures())
                .containsEntry("rain_mm", 6.0)
                .containsEntry("irrigation_mm", 4.0)
                .containsEntry("storage_change_mm", 5.0)
                .containsEntry("water_loss_mm", 5.0);
    }

    @Test
    void aCropSuffersBelowHalfOfTheAvailableWaterUntilItIsWatered() {
        double[] moistures = {25, 21, 19, 19.5, 23, 24, 25, 25};
        for (int hour = 0; hour < moistures.length; hour++) {
            moisture(hour, moistures[hour], 0);
        }
        List<AlertEvent> told = replay().alerts();
        assertThat(told).extracting(AlertEvent::phase).containsExactly(Phase.OPENED, Phase.CLEARED);
        assertThat(told.getFirst().at()).isEqualTo(MIDNIGHT.plusSeconds(3 * 3600));
        assertThat(told.getFirst().metrics()).containsEntry("depletion_share", 0.55);
    }
}
