package town.nagar.streams.pollution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.places.PlaceKind;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.fixtures.SmallTown;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.Replay;
import town.nagar.streams.window.Sample;
import town.nagar.streams.window.Slice;

class PollutionLogicTest {
    /** The start of an Indian hour. */
    private static final Instant HOUR = Instant.parse("2026-02-05T18:30:00Z");

    private static final SmallTown TOWN =
            new SmallTown()
                    .place("S1", PlaceKind.STATION, Map.of(), Map.of("zone", "W1"))
                    .place("WS1", PlaceKind.WEATHER_STATION, Map.of(), Map.of());

    private final List<Sample> air = new ArrayList<>();
    private final List<Sample> weather = new ArrayList<>();

    private void air(int minute, double pm25) {
        air.add(
                SmallTown.sample(
                        Domain.POLLUTION,
                        "P1",
                        "S1",
                        HOUR.plusSeconds(minute * 60L),
                        Map.of("pm25", pm25, "pm10", 90.0, "no2", 30.0)));
    }

    private void wind(int minute, double metresPerSecond) {
        weather.add(
                SmallTown.sample(
                        Domain.WEATHER,
                        "A1",
                        "WS1",
                        HOUR.plusSeconds(minute * 60L),
                        Map.of("wind_speed", metresPerSecond)));
    }

    private Replay replay() {
        DomainLogic job = PollutionLogic.job();
        List<Slice> slices = new ArrayList<>(SmallTown.slices(job.slicer(), air));
        slices.addAll(SmallTown.slices(job.beside().getFirst(), weather));
        Replay replay = new Replay(job.logic(), TOWN.book());
        replay.run(slices);
        return replay;
    }

    private static List<Aggregate> of(String kind, Replay replay) {
        return replay.results().stream().filter(result -> result.kind().equals(kind)).toList();
    }

    private static List<AlertEvent> alerts(String rule, Replay replay) {
        return replay.alerts().stream().filter(alert -> alert.rule().equals(rule)).toList();
    }

    @Test
    void anHourlyMeanOf85Point5ForADayIsAnIndexOf186() {
        for (int hour = 0; hour < 24; hour++) {
            air(hour * 60 + 10, 80.5);
            air(hour * 60 + 40, 90.5);
        }
        Aggregate day = of("pollution_naqi", replay()).get(23);
        assertThat(day.figures()).containsEntry("aqi", 186.0);
        assertThat(day.labels())
                .containsEntry("category", "Moderate")
                .containsEntry("prominent", "pm25")
                .doesNotContainKey("reasons");
    }

    @Test
    void fifteenHoursGiveNoIndexButAReason() {
        for (int hour = 0; hour < 15; hour++) {
            air(hour * 60 + 10, 85.5);
        }
        Aggregate last = of("pollution_naqi", replay()).get(14);
        assertThat(last.figures()).doesNotContainKey("aqi");
        assertThat(last.labels().get("reasons")).contains("under_16_of_24_hours");
    }

    @Test
    void theNowcastIsNeverCalledAqiAndKnowsTheWeatherBeforeIt() {
        wind(0, 2.5);
        wind(20, 9);
        air(10, 85.5);
        Aggregate nowcast = of("pollution_nowcast", replay()).getFirst();
        assertThat(nowcast.figures())
                .containsEntry("nowcast", 186.0)
                .containsEntry("weather_wind_speed_ms", 2.5)
                .doesNotContainKey("aqi");
        assertThat(nowcast.labels()).containsEntry("weather_station", "WS1");
    }

    @Test
    void particlesThatDoubleAreASpike() {
        for (int minute = 0; minute < 60; minute++) {
            air(minute, minute < 50 ? 60 : 180);
        }
        List<AlertEvent> told = alerts("pollution_spike", replay());
        assertThat(told.getFirst().phase()).isEqualTo(AlertEvent.Phase.OPENED);
        assertThat(told.getFirst().at()).isBefore(HOUR.plusSeconds(55 * 60));
    }

    @Test
    void aSteadyRiseIsToldBeforeTheLimitIsReached() {
        for (int hour = 0; hour < 8; hour++) {
            air(hour * 60 + 30, 40 + 10 * hour);
        }
        AlertEvent first = alerts("pollution_exceedance_ahead", replay()).getFirst();
        assertThat(first.metrics().get("pm25_trend_now")).isLessThan(120);
        assertThat(first.metrics().get("pm25_trend_ahead")).isGreaterThan(120);
        // after six hours the line rises from 40 at half past by 10 an hour
        assertThat(first.at()).isEqualTo(HOUR.plusSeconds(5 * 3600));
    }

    @Test
    void windThatCleansTheAirCorrelatesNegatively() {
        for (int hour = 0; hour < 12; hour++) {
            wind(hour * 60 + 5, hour);
            air(hour * 60 + 10, 200 - 10 * hour);
        }
        Aggregate last = of("pollution_naqi", replay()).get(11);
        assertThat(last.figures().get("pm25_wind_speed_correlation")).isLessThan(-0.99);
    }
}
