package town.nagar.streams.weather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.alerts.Severity;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.places.Replay;
import town.nagar.streams.window.Sample;

class WeatherLogicTest {
    /** 08:30 in India, when a rain day begins. */
    private static final Instant RAIN_DAY = Instant.parse("2026-07-10T03:00:00Z");

    private final List<Sample> samples = new ArrayList<>();

    private void rain(int minute, double millimetres) {
        at(minute, Map.of("rainfall_mm", millimetres));
    }

    private void at(int minute, Map<String, Double> values) {
        samples.add(
                SmallTown.sample(
                        Domain.WEATHER, "A1", "WS1", RAIN_DAY.plusSeconds(minute * 60L), values));
    }

    private Replay replay() {
        Replay replay = new Replay(new WeatherLogic(), new SmallTown().book());
        replay.run(SmallTown.slices(WeatherLogic.job().slicer(), samples));
        return replay;
    }

    @Test
    void rainOfADayAddsUpUntilItIsHeavyAndTheNextRainDayBeginsAnew() {
        rain(-10, 50);
        rain(0, 40);
        rain(60, 24.4);
        rain(120, 0.1);
        rain(180, 60);
        rain(24 * 60, 0);
        List<AlertEvent> told = replay().alerts();
        assertThat(told)
                .extracting(AlertEvent::phase)
                .containsExactly(Phase.OPENED, Phase.REPEATED, Phase.CLEARED);
        assertThat(told.getFirst().at()).isEqualTo(RAIN_DAY.plusSeconds(130 * 60));
        assertThat(told.get(1).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void fortyFiveDegreesAreAHeatWave() {
        at(0, Map.of("temperature", 44.9));
        assertThat(replay().alerts()).isEmpty();
        at(60, Map.of("temperature", 45.0));
        assertThat(replay().alerts()).extracting(AlertEvent::rule).containsExactly("heat_wave");
    }

    @Test
    void anHourHasItsMeanAndRain() {
        at(31, Map.of("temperature", 30.0, "rainfall_mm", 1.0));
        at(41, Map.of("temperature", 32.0, "rainfall_mm", 2.0));
        assertThat(replay().results())
                .singleElement()
                .satisfies(hour ->
                        assertThat(hour.figures())
                                .containsEntry("temperature", 31.0)
                                .containsEntry("rain_mm", 3.0)
                                .containsEntry("rain_since_0830_mm", 3.0));
    }
}
