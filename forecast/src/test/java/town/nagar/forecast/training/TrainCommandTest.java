package town.nagar.forecast.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.artifact.ModelFolder;
import town.nagar.forecast.artifact.SavedModel;

class TrainCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;
    private Path series;

    /** 200 days of two series that wander. */
    @BeforeEach
    void writeSeries() throws IOException {
        var random = new SplittableRandom(4);
        StringBuilder rows = new StringBuilder("time,series,value\n");
        for (String name : List.of("a", "b")) {
            double level = 50;
            for (int day = 0; day < 200; day++) {
                level = 50 + 0.9 * (level - 50) + random.nextGaussian();
                double weekend = day % 7 >= 5 ? -6 : 0;
                LocalDateTime at = LocalDateTime.of(2025, 1, 6, 0, 0).plusDays(day);
                rows.append("%s,%s,%s\n".formatted(at.toLocalDate(), name, level + weekend));
            }
        }
        series = Files.writeString(folder.resolve("s.csv"), rows.toString());
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        List<String> args = new ArrayList<>(List.of(words));
        return TrainCommand.run(
                args,
                false,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String[] words(String model, String name, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "--domain",
                                "market",
                                "--series",
                                series.toString(),
                                "--horizon",
                                "7d",
                                "--model",
                                model,
                                "--out",
                                folder.resolve(name).toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void aModelIsMadeWithItsProvenance() throws IOException {
        assertThat(run(words("ensemble", "m", "--json")))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        JsonNode told = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(told.at("/model").asText()).isEqualTo("ensemble");
        assertThat(told.at("/fold_scores")).hasSize(5);
        assertThat(told.at("/gap_steps").asInt()).isEqualTo(7);
        assertThat(told.at("/score/mase").isNumber()).isTrue();
        assertThat(told.at("/baseline_score/wape_percent").isNumber()).isTrue();
        try (SavedModel saved = ModelFolder.read(folder.resolve("m"))) {
            assertThat(saved.provenance().dataSha256())
                    .hasSize(64)
                    .isEqualTo(told.at("/data_sha256").asText());
            assertThat(saved.provenance().series()).containsExactly("a", "b");
        }
    }

    @Test
    void thereIsATableForPeople() {
        assertThat(run(words("ridge", "m"))).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("mape_percent", "week-mean", "kept: ridge");
    }

    @Test
    void triedSettingsAreKeptAndGoneOnFrom() throws IOException {
        assertThat(run(words("gbm", "m", "--trials", "3")))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
        Path trials = folder.resolve("m.trials.csv");
        List<String> three = Files.readAllLines(trials);
        assertThat(three).hasSize(4);
        assertThat(run(words("gbm", "n", "--trials", "3"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("n.trials.csv"))).isEqualTo(three);
        Files.move(trials, folder.resolve("o.trials.csv"));
        assertThat(run(words("gbm", "o", "--trials", "4"))).isZero();
        assertThat(Files.readAllLines(folder.resolve("o.trials.csv")))
                .hasSize(5)
                .startsWith(three.toArray(String[]::new));
        double rate = Double.parseDouble(three.get(1).split(",", -1)[1]);
        assertThat(rate).isBetween(0.01, 0.3);
    }

    @Test
    void whatCannotBeUsedIsNamed() {
        assertThat(run("--domain", "market")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--series is missing");
        assertThat(run(words("lstm", "m"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--model is 'lstm'", "ridge-gbm");
        assertThat(run(words("ridge", "m", "--trials", "many"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--trials is 'many'");
        series = folder.resolve("none.csv");
        assertThat(run(words("ridge", "m"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("none.csv: there is no such file");
        assertThat(folder.resolve("m")).doesNotExist();
    }
}
