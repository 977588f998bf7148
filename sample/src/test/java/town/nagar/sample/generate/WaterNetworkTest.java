package town.nagar.sample.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.water.HydraulicsCommand;
import town.nagar.sample.folder.Town;

final class WaterNetworkTest {
    @TempDir private Path dir = Path.of("");

    /** A row of the solver's nodes.csv. */
    private record NodeRow(int hour, String node, double pressureM, double demandLps) {
        static NodeRow of(String line) {
            List<String> cells = List.of(line.split(",", -1));
            return new NodeRow(
                    (int) (Double.parseDouble(cells.get(0)) / 3_600),
                    cells.get(1),
                    Double.parseDouble(cells.get(3)),
                    Double.parseDouble(cells.get(4)));
        }
    }

    private List<NodeRow> solve(Town town) throws IOException {
        Path file = dir.resolve("water.inp");
        Files.writeString(file, town.waterNetwork());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] args = {"--inp", file.toString(), "--out", dir.resolve("out").toString()};
        assertThat(HydraulicsCommand.run(args, print, print))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        return Files.readAllLines(dir.resolve("out/nodes.csv")).stream()
                .skip(1)
                .map(NodeRow::of)
                .toList();
    }

    @ParameterizedTest(name = "seed {0}, {1} people")
    @CsvSource({"1,50000", "2,50000", "3,50000", "4,2000", "5,20000", "6,200000"})
    void pressuresAreThoseOfAGoodNetworkAllDay(long seed, int population) throws IOException {
        List<NodeRow> rows = solve(TownGenerator.generate(seed, population));
        DoubleSummaryStatistics pressures =
                rows.stream()
                        .filter(row -> row.node().startsWith("J"))
                        .collect(Collectors.summarizingDouble(NodeRow::pressureM));
        assertThat(pressures.getMin()).isGreaterThan(12);
        assertThat(pressures.getMax()).isLessThan(60);
    }

    /** 135 litres a person and day (CPHEEO), of which 15 % of the inflow is lost on the way. */
    @ParameterizedTest(name = "seed {0}, {1} people")
    @CsvSource({"1,50000", "5,20000"})
    void peopleAreGivenWhatTheNormAsks(long seed, int population) throws IOException {
        double litres =
                solve(TownGenerator.generate(seed, population)).stream()
                        .filter(row -> row.node().startsWith("J") && row.hour() < 24)
                        .mapToDouble(row -> row.demandLps() * 3_600)
                        .sum();
        assertThat(litres * 0.85 / population).isBetween(134.0, 136.0);
    }
}
