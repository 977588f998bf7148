package town.nagar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.sample.folder.TownFolder;

final class GenerateCommandTest {
    @TempDir private Path dir = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return GenerateCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        String a = dir.resolve("a").toString();
        String b = dir.resolve("b").toString();
        assertThat(run("--seed", "3", "--population", "8000", "--out", a)).isZero();
        assertThat(run("--seed", "3", "--population", "8000", "--out", b)).isZero();
        for (Path file : files(Path.of(a))) {
            assertThat(Path.of(b).resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
        assertThat(files(Path.of(a))).hasSize(7);
    }

    @Test
    void anotherSeedMakesAnotherTown() throws IOException {
        run("--seed", "3", "--population", "8000", "--out", dir.resolve("a").toString());
        run("--seed", "4", "--population", "8000", "--out", dir.resolve("b").toString());
        assertThat(Files.readString(dir.resolve("a/roads.geojson")))
                .isNotEqualTo(Files.readString(dir.resolve("b/roads.geojson")));
    }

    @Test
    void whatIsWrittenCanBeOpened() throws IOException {
        run("--population", "8000", "--out", dir.resolve("a").toString());
        TownFolder town = TownFolder.open(dir.resolve("a"));
        assertThat(town.info().population()).isEqualTo(8_000);
        assertThat(town.info().simulated()).isTrue();
        assertThat(town.sensors()).isNotEmpty();
        assertThat(town.findWaterNetworkFile()).isPresent();
    }

    @Test
    void aTownFolderIsReplaced() throws IOException {
        String folder = dir.resolve("a").toString();
        run("--population", "8000", "--out", folder);
        assertThat(run("--population", "9000", "--out", folder)).isZero();
        assertThat(TownFolder.open(dir.resolve("a")).info().population()).isEqualTo(9_000);
        assertThat(files(dir)).containsExactly(dir.resolve("a"));
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws IOException {
        Files.writeString(dir.resolve("letter.txt"), "dear");
        assertThat(run("--population", "8000", "--out", dir.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("holds files but no town.json");
        assertThat(files(dir)).containsExactly(dir.resolve("letter.txt"));
    }

    @Test
    void badArgumentsAreNamed() {
        assertThat(run("--population", "many", "--out", "x")).isEqualTo(2);
        assertThat(run("--population", "5", "--out", "x")).isEqualTo(2);
        assertThat(run("--seed", "1")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("--population", "many")
                .contains("--population 5: 2000 to 1000000")
                .contains("--out");
    }

    @Test
    void helpIsNoError() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--seed", "--population", "--out");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }
}
