package town.nagar.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.simulation.SmallTown;
import town.nagar.simulation.input.InputException;

/** Every example with every value in it spoilt is read, or refused by file, line and field. */
class SpoiltScenariosTest {
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,]\\s{0,9})(\"[^\"]*\"|-?\\d[\\d.eE+-]*|true|false|null)");
    private static final Pattern PROBLEM = Pattern.compile("s\\.json, line \\d+: .+");
    private static final List<String> INSTEAD =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e308",
                    "NaN",
                    "1.5",
                    "\"\"",
                    "\"nobody\"",
                    "\"2026-02-30\"",
                    "\"25:00-99:00\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[{}]",
                    "[1, \"x\"]",
                    "",
                    "x",
                    "2147483648",
                    "-9223372036854775809");
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "docs", "scenarios"))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aSpoiltScenarioIsReadOrRefused(Path example) throws IOException {
        String text = Files.readString(example);
        Matcher matcher = VALUE.matcher(text);
        int spoilt = 0;
        while (matcher.find()) {
            for (String instead : INSTEAD) {
                check(text.substring(0, matcher.start()) + instead + text.substring(matcher.end()));
                spoilt++;
            }
        }
        assertThat(spoilt).isGreaterThan(INSTEAD.size());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aScenarioThatBreaksOffIsRefused(Path example) throws IOException {
        String text = Files.readString(example).strip();
        for (int length = 0; length < text.length(); length++) {
            assertThat(check(text.substring(0, length))).as("%d characters", length).isFalse();
        }
    }

    /** Whether it was read. */
    private static boolean check(String text) {
        try {
            ScenarioReader.read("s.json", text, SmallTown::plan, 100_000, TODAY);
            return true;
        } catch (InputException refused) {
            assertThat(String.valueOf(refused.getMessage()).lines())
                    .isNotEmpty()
                    .allMatch(line -> PROBLEM.matcher(line).matches())
                    .noneMatch(line -> line.contains("Exception"));
            return false;
        }
    }
}
