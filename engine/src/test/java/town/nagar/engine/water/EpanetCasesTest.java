package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Networks solved by EPANET 2.3.5, from the folder {@code hydraulics} of the one that
 * NAGAR_DATA_FILES names; left out where there is none.
 */
final class EpanetCasesTest {
    @TempDir private Path results;

    private static Path data() {
        Path folder =
                Path.of(System.getenv().getOrDefault("NAGAR_DATA_FILES", "")).resolve("hydraulics");
        assumeTrue(Files.isDirectory(folder), "NAGAR_DATA_FILES names no folder with hydraulics");
        return folder;
    }

    private void solve(Path inp) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] args = {"--inp", inp.toString(), "--out", results.toString()};
        assertThat(HydraulicsCommand.run(args, nowhere, nowhere)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Net1", "Net1_leak22", "Net3", "Hanoi"})
    void everyHeadIsWithinAHundredthAndEveryFlowWithinAThousandth(String name) throws IOException {
        Path data = data();
        solve(data.resolve(name + ".inp"));
        compare(data.resolve(name + "_nodes.csv"), results.resolve("nodes.csv"), 2, 0.01);
        Path links = data.resolve(name + "_links.csv");
        double largest =
                Files.readAllLines(links).stream()
                        .skip(1)
                        .mapToDouble(line -> Math.abs(number(line, 2)))
                        .max()
                        .orElseThrow();
        compare(links, results.resolve("links.csv"), 2, 0.001 * largest);
        compare(links, results.resolve("links.csv"), 5, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = "ky4")
    void aTownSizedNetworkIsSolved(String name) {
        solve(data().resolve(name + ".inp"));
        assertThat(results.resolve("nodes.csv")).isNotEmptyFile();
    }

    private static double number(String line, int field) {
        return Double.parseDouble(List.of(line.split(",", -1)).get(field));
    }

    private static String key(String line) {
        return String.join(",", List.of(line.split(",", -1)).subList(0, 2));
    }

    private static void compare(Path reference, Path ours, int field, double near)
            throws IOException {
        List<String> expected = Files.readAllLines(reference);
        List<String> actual = Files.readAllLines(ours);
        assertThat(actual).hasSameSizeAs(expected);
        var found = actual.stream().skip(1).collect(Collectors.toMap(EpanetCasesTest::key, l -> l));
        for (String line : expected.subList(1, expected.size())) {
            assertThat(found).containsKey(key(line));
            assertThat(number(found.getOrDefault(key(line), ""), field))
                    .as(line)
                    .isCloseTo(number(line, field), within(near));
        }
    }
}
