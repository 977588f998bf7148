package town.nagar.town.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.serving.Measure;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.generate.TownGenerator;
import town.nagar.sample.publishing.KnownFireworks;
import town.nagar.sample.sensing.SensorSimulator;

class SimulatedPastTest {
    private static final LocalDateTime UNTIL = LocalDateTime.of(2026, 2, 6, 11, 0);
    private static final ZoneOffset IST = ZoneOffset.ofHoursMinutes(5, 30);

    @TempDir static Path dir;
    private static TownFolder[] towns = {};

    @BeforeAll
    static void openTown() throws IOException {
        TownWriter.write(TownGenerator.generate(3, 6_000), dir.resolve("town"));
        towns = new TownFolder[] {TownFolder.open(dir.resolve("town"))};
    }

    private static Panel past(Measure measure, LocalDateTime until) {
        return new SimulatedPast(towns[0]).generate(measure, until).orElseThrow();
    }

    /** Sums and counts of a quantity by place in the hour before the end, from what is sent. */
    private static Map<String, double[]> sent(Domain domain, String quantity) {
        SensorSimulator simulator =
                SensorSimulator.of(towns[0], towns[0].info().seed(), new KnownFireworks());
        Instant end = UNTIL.toInstant(IST);
        Map<String, double[]> byPlace = new TreeMap<>();
        var wanted = Quantities.of(domain).get(quantity);
        simulator.due(end.minus(Duration.ofHours(1)).minusMillis(1), end.minusMillis(1)).stream()
                .filter(reading -> reading.sensor().domain() == domain)
                .filter(reading -> reading.values().has(wanted))
                .forEach(reading -> {
                    double[] sum =
                            byPlace.computeIfAbsent(reading.sensor().placeId(), _ -> new double[2]);
                    sum[0] += reading.values().get(wanted);
                    sum[1]++;
                });
        return byPlace;
    }

    @Test
    void anHourIsTheMeanOfWhatRoadsSend() {
        Panel panel = past(Measure.VEHICLE_COUNT, UNTIL);
        Map<String, double[]> sent = sent(Domain.TRAFFIC, "vehicle_count");
        assertThat(panel.names()).containsAll(sent.keySet());
        assertThat(panel.grid().at(panel.length())).isEqualTo(UNTIL);
        sent.forEach((road, sum) ->
                assertThat(panel.at(panel.names().indexOf(road), panel.length() - 1))
                        .isCloseTo(sum[0] / sum[1], within(1e-9)));
    }

    @Test
    void anHourIsTheSumOfWhatAZonesMetersCount() {
        Panel panel = past(Measure.CONSUMPTION, UNTIL);
        sent(Domain.WATER, "consumption_liters")
                .forEach((zone, sum) ->
                        assertThat(panel.at(panel.names().indexOf(zone), panel.length() - 1))
                                .isCloseTo(sum[0], within(1e-6)));
    }

    @Test
    void theIndexOfTheAirIsWithinItsScale() {
        Panel panel = past(Measure.AQI, UNTIL);
        assertThat(panel.size()).isPositive();
        int known = 0;
        for (int i = 24; i < panel.length(); i++) {
            double index = panel.at(0, i);
            known += Double.isNaN(index) ? 0 : 1;
            assertThat(Double.isNaN(index) || (index >= 0 && index <= 500)).isTrue();
        }
        assertThat(known).isGreaterThan(panel.length() * 8 / 10);
        assertThat(panel.at(0, 0)).as("one hour is no valid mean of a day").isNaN();
    }

    @Test
    void mandisAreNamedWithTheirCommodity() {
        LocalDateTime today = UNTIL.toLocalDate().atStartOfDay();
        Panel panel = past(Measure.MODAL_PRICE, today);
        assertThat(panel.names()).contains("M001:wheat");
        int wheat = panel.names().indexOf("M001:wheat");
        int sunday = panel.length() - 5;
        assertThat(panel.grid().at(sunday).getDayOfWeek().getValue()).isEqualTo(7);
        assertThat(panel.at(wheat, sunday)).isNaN();
        assertThat(panel.at(wheat, panel.length() - 1)).isBetween(1_500.0, 4_500.0);
    }

    @Test
    void harvestsAreThoseBroughtInByThen() {
        Panel panel = past(Measure.YIELD, LocalDateTime.of(2026, 1, 1, 0, 0));
        List<String> standing =
                towns[0].places().stream()
                        .filter(place ->
                                place.label("season").equals("rabi")
                                        || place.label("crop").equals("cotton"))
                        .map(place -> place.id())
                        .toList();
        assertThat(standing).isNotEmpty();
        for (int field = 0; field < panel.size(); field++) {
            boolean stands = standing.contains(panel.names().get(field));
            double last = panel.at(field, panel.length() - 1);
            assertThat(Double.isNaN(last)).as(panel.names().get(field)).isEqualTo(stands);
            assertThat(panel.at(field, panel.length() - 2)).isBetween(100.0, 40_000.0);
        }
    }
}
