package town.nagar.town.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import town.nagar.contracts.Domain;
import town.nagar.contracts.places.Sensor;
import town.nagar.forecast.monitoring.drift.Drift;
import town.nagar.forecast.monitoring.drift.Neighbours;
import town.nagar.forecast.monitoring.drift.Reference;
import town.nagar.forecast.monitoring.drift.Shift;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.Measure;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.generate.TownGenerator;
import town.nagar.sample.sensing.LastingDrift;

/** Drift in a sample town, whose sensors have their daily faults as ever. */
class SampleDriftTest {
    private static final LocalDateTime UNTIL = LocalDateTime.of(2026, 2, 6, 11, 0);
    private static final Instant TWO_DAYS_AGO = Instant.parse("2026-02-04T05:30:00Z");
    private static final int WEEK = 7 * 24;
    private static final int TWO_DAYS = 2 * 24;
    private static final int WEEKS_JUDGED = 4;

    @TempDir static Path dir;
    private static TownFolder[] towns = {};

    @BeforeAll
    static void openTown() throws IOException {
        TownWriter.write(TownGenerator.generate(3, 12_000), dir.resolve("town"));
        towns = new TownFolder[] {TownFolder.open(dir.resolve("town"))};
    }

    private static Panel past(Measure measure, LastingDrift drift) {
        return new SimulatedPast(towns[0], drift).generate(measure, UNTIL).orElseThrow();
    }

    private static Panel part(Panel panel, int from, int until) {
        double[][] values = new double[panel.size()][];
        for (int series = 0; series < values.length; series++) {
            values[series] = Arrays.copyOfRange(panel.copy(series), from, until);
        }
        var grid = new TimeGrid(panel.grid().at(from), panel.grid().step(), until - from);
        return Panel.of(grid, panel.names(), values);
    }

    private static Reference reference(Panel panel, int end) {
        return new Reference(part(panel, 0, end - WEEK), WEEK, 0.1);
    }

    private static List<Shift> shifts(Panel panel, int end) {
        return new Neighbours(reference(panel, end), TWO_DAYS)
                .shifts(part(panel, end - 2 * WEEK, end)).stream().filter(Shift::isFound).toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"PM25", "AVERAGE_SPEED", "CONSUMPTION"})
    void ordinaryWeeksOfASampleTownRaiseLittle(Measure measure) {
        Panel panel = past(measure, LastingDrift.NONE);
        int shifts = 0;
        int drifts = 0;
        for (int week = 0; week < WEEKS_JUDGED; week++) {
            int end = panel.length() - week * WEEK;
            shifts += shifts(panel, end).size();
            drifts +=
                    (int)
                            reference(panel, end).drifts(part(panel, end - 2 * WEEK, end)).stream()
                                    .filter(Drift::isFound)
                                    .count();
        }
        LoggerFactory.getLogger(SampleDriftTest.class)
                .info(
                        "ordinary weeks measure={} places={} weeks={} shifts={} drifts={}",
                        measure,
                        panel.size(),
                        WEEKS_JUDGED,
                        shifts,
                        drifts);
        assertThat(shifts).isLessThanOrEqualTo(WEEKS_JUDGED * panel.size() / 20);
        assertThat(drifts).isLessThanOrEqualTo(WEEKS_JUDGED * panel.size() * 3 / 20);
    }

    private static Sensor first(Domain domain) {
        return towns[0].sensors().stream()
                .filter(sensor -> sensor.domain() == domain)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStationOfAirThatReadsHalfAsMuchMoreEachDayIsFound() {
        Sensor sensor = first(Domain.POLLUTION);
        var drift = new LastingDrift(sensor.id(), TWO_DAYS_AGO, 0.5);
        Panel panel = past(Measure.PM25, drift);
        assertThat(shifts(panel, panel.length()))
                .extracting(Shift::place)
                .containsExactly(sensor.placeId());
    }

    @Test
    void aRoadWhoseSpeedsFallByAQuarterADayIsFound() {
        Sensor sensor = first(Domain.TRAFFIC);
        var drift = new LastingDrift(sensor.id(), TWO_DAYS_AGO, -0.25);
        Panel panel = past(Measure.AVERAGE_SPEED, drift);
        assertThat(shifts(panel, panel.length()))
                .extracting(Shift::place)
                .containsExactly(sensor.placeId());
    }
}
