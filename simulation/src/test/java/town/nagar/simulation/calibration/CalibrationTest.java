package town.nagar.simulation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.engine.course.Seeds;

/** A day's curve that is known, seen through noise. */
final class CalibrationTest {
    private static final double[] KNOWN = {400, 3000, 7.4, 1.2, 2600, 12.5, 3, 3400, 16.8, 1.7};
    private static final double NOISE = 80;

    private static SortedMap<LocalDateTime, Double> history(long seed, int weeks) {
        var random = new Random(seed);
        var curve = new double[24];
        DayCurve.write(KNOWN, curve);
        SortedMap<LocalDateTime, Double> counts = new TreeMap<>();
        LocalDateTime monday = LocalDateTime.of(2024, 1, 1, 0, 0);
        for (int hour = 0; hour < weeks * 168; hour++) {
            if (hour % 17 != 3) {
                double noisy = curve[hour % 24] + NOISE * random.nextGaussian();
                counts.put(monday.plusHours(hour), Math.max(0, noisy));
            }
        }
        return counts;
    }

    private static CalibrationReport fitted(long seed, int weeks, int resamples) {
        var counts = HourlyCounts.of(history(seed, weeks));
        return Calibration.fit(DayCurve.parameters(6000), counts, 0.25, resamples, 7);
    }

    @Seeds(3)
    void knownParametersComeBack(long seed) {
        CalibrationReport report = fitted(seed, 40, 20);
        double[] near = {60, 220, 0.1, 0.1, 200, 0.3, 0.4, 220, 0.1, 0.15};
        for (int n = 0; n < KNOWN.length; n++) {
            assertThat(report.values()[n])
                    .as(report.fitted().get(n).name())
                    .isCloseTo(KNOWN[n], within(near[n]));
        }
    }

    @Test
    void mostIntervalsHoldTheTruthAndNoneIsEmpty() {
        int held = 0;
        int all = 0;
        for (long seed = 11; seed <= 15; seed++) {
            List<CalibrationReport.Fitted> fitted = fitted(seed, 30, 60).fitted();
            for (int n = 0; n < KNOWN.length; n++) {
                var interval = fitted.get(n).interval();
                assertThat(interval.low()).isLessThan(interval.high());
                held += interval.low() <= KNOWN[n] && KNOWN[n] <= interval.high() ? 1 : 0;
                all++;
            }
        }
        assertThat((double) held / all).isGreaterThan(0.75);
    }

    @Test
    void heldOutWeeksAreMetAsWellAsTheNoiseAllows() {
        CalibrationReport report = fitted(5, 40, 20);
        assertThat(report.trainedBlocks()).isEqualTo(30);
        assertThat(report.heldOutBlocks()).isEqualTo(10);
        assertThat(report.trainedError()).isCloseTo(NOISE, within(4.0));
        assertThat(report.heldOutError()).isCloseTo(NOISE, within(6.0));
        assertThat(report.startError()).isGreaterThan(2 * NOISE);
    }

    /** Slow twin: every hour of every week looked at. */
    @Seeds(5)
    void squaresAreThoseOfAllHours(long seed) {
        var known = history(seed, 9);
        var curve = new double[24];
        DayCurve.write(KNOWN, curve);
        var slow = new double[9];
        known.forEach((hour, count) -> {
            int day = (int) ChronoUnit.DAYS.between(LocalDate.of(2024, 1, 1), hour.toLocalDate());
            double apart = count - curve[hour.getHour()];
            slow[day / 7] += day % 7 < 5 ? apart * apart : 0;
        });
        var fast = new double[9];
        HourlyCounts.of(known).squares(KNOWN, fast);
        for (int week = 0; week < slow.length; week++) {
            assertThat(fast[week]).isCloseTo(slow[week], within(1e-9 * slow[week]));
        }
    }

    /** Slow twin: no point of a small grid around the answer is better. */
    @Test
    void nothingNearbyIsBetter() {
        var counts = HourlyCounts.of(history(3, 20));
        double[] best = Calibration.fit(DayCurve.parameters(6000), counts, 0.25, 20, 1).values();
        double least = trained(counts, best);
        for (int n = 0; n < best.length; n++) {
            for (double step : new double[] {-0.01, 0.01}) {
                double[] moved = best.clone();
                moved[n] *= 1 + step;
                assertThat(trained(counts, moved)).isGreaterThan(least);
            }
        }
    }

    private static double trained(HourlyCounts counts, double[] parameters) {
        var squares = new double[counts.blocks()];
        counts.squares(parameters, squares);
        double sum = 0;
        for (int week = 0; week < 15; week++) {
            sum += squares[week];
        }
        return sum;
    }

    @Test
    void aParameterThatEndsAtItsBoundIsSaid() {
        var counts = HourlyCounts.of(history(3, 16));
        List<Parameter> parameters = new ArrayList<>(DayCurve.parameters(6000));
        parameters.set(0, new Parameter("night, vehicles/h", 0, 200, 100));
        CalibrationReport report = Calibration.fit(parameters, counts, 0.25, 20, 1);
        assertThat(report.fitted().getFirst().atBound()).isTrue();
        assertThat(report.fitted().get(2).atBound()).isFalse();
        assertThat(report.text()).contains("to 200.0000   at its bound");
    }

    @Test
    void theSameSeedGivesTheSameReport() {
        assertThat(fitted(2, 16, 20)).isEqualTo(fitted(2, 16, 20));
    }

    @Test
    void sharesOfADayAddUpToOne() {
        double sum = DayCurve.shares(KNOWN).stream().mapToDouble(share -> share).sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void tooLittleIsRefused() {
        var counts = HourlyCounts.of(history(1, 6));
        var parameters = DayCurve.parameters(6000);
        assertThatThrownBy(() -> Calibration.fit(parameters, counts, 0.25, 50, 1))
                .hasMessageContaining("6 blocks, of which a share of 0.25 is held out");
        assertThatThrownBy(() -> HourlyCounts.of(new TreeMap<>()))
                .hasMessageContaining("no counts");
        assertThatThrownBy(() -> new Parameter("x", 0, 1, 2)).hasMessageContaining("'x'");
    }

    @TempDir private Path folder;

    private String[] run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status =
                CalibrateCommand.run(
                        args,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new String[] {
            Integer.toString(status),
            out.toString(StandardCharsets.UTF_8),
            err.toString(StandardCharsets.UTF_8)
        };
    }

    private String file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("counts.csv"), lines).toString();
    }

    private String asked(String json) throws IOException {
        return Files.writeString(folder.resolve("case.json"), json).toString();
    }

    private String[] fit(String fields) throws IOException {
        String counts = folder.resolve("counts.csv").toString().replace("\\", "/");
        return run(
                "--json", "--case", asked("{\"counts_file\": \"%s\"%s}".formatted(counts, fields)));
    }

    @Test
    void aFileIsFittedFromTheCommandLine() throws IOException {
        List<String> lines = new ArrayList<>(List.of("date_time,traffic_volume"));
        history(4, 20).forEach((hour, count) -> lines.add(hour + "," + count));
        file(lines);
        String[] done = fit(", \"resamples\": 20");
        assertThat(done[0]).isEqualTo("0");
        assertThat(done[2]).isEmpty();
        var answer = new ObjectMapper().readTree(done[1]);
        assertThat(answer.at("/weeks_held_out").asInt()).isEqualTo(5);
        assertThat(answer.at("/morning_hour").asDouble()).isCloseTo(KNOWN[2], within(0.1));
        assertThat(answer.at("/morning_hour_interval")).hasSize(2);
        assertThat(answer.at("/share_of_each_hour")).hasSize(24);
    }

    @Test
    void countsMayStandInTheCase() throws IOException {
        SortedMap<LocalDateTime, Double> known = history(4, 20);
        var hours = new ArrayList<String>();
        LocalDateTime hour = known.firstKey();
        for (; !hour.isAfter(known.lastKey()); hour = hour.plusHours(1)) {
            hours.add(String.valueOf(known.getOrDefault(hour, 0.0)));
        }
        String json =
                "{\"first_hour\": \"%s\", \"resamples\": 20, \"counts\": %s}"
                        .formatted(known.firstKey().toString().replace('T', ' '), hours);
        String[] done = run("--json", "--case", asked(json));
        assertThat(done[2]).isEmpty();
        assertThat(new ObjectMapper().readTree(done[1]).at("/morning_hour").asDouble())
                .isCloseTo(KNOWN[2], within(0.1));
    }

    @Test
    void badCellsAreNamedByLineAndColumn() throws IOException {
        file(List.of("date_time,traffic_volume", "2024-01-01 00:00,5", "2024-01-01 01:00,many"));
        String[] bad = fit("");
        assertThat(bad[0]).isEqualTo("2");
        assertThat(bad[2]).contains("line 3, traffic_volume: 'many'; allowed are numbers from 0");
        assertThat(fit(", \"time_column\": \"when\"")[2]).contains("no column 'when'");
        assertThat(fit(", \"resample\": 20")[2]).contains("resample");
        assertThat(run("--case")[0]).isEqualTo("2");
        String[] none = run("--case", asked("{\"counts_file\": \"none.csv\"}"));
        assertThat(none[0]).isEqualTo("2");
        assertThat(none[2]).contains("counts_file is 'none.csv': there is no such file");
    }
}
