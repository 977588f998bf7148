package town.nagar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.sample.folder.TownFolder;

final class ImportCommandTest {
    private static final String WARDS =
            """
            {"features": [{"properties": {"Name": "01 ONLY"}, "geometry": {"type": "Polygon",
            "coordinates": [[[72.5,23.0],[72.52,23.0],[72.52,23.02],[72.5,23.02],[72.5,23.0]]]}}]}
            """;

    @TempDir private Path dir = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return ImportCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTownIsWrittenAndItsAssumptionsSaid() throws IOException {
        Files.writeString(dir.resolve("wards.geojson"), WARDS);
        int status =
                run(
                        "--wards",
                        dir.resolve("wards.geojson").toString(),
                        "--name",
                        "Testpur",
                        "--population",
                        "12000",
                        "--out",
                        dir.resolve("town").toString());
        assertThat(status).as(errors()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Testpur", "No street map given");
        assertThat(TownFolder.open(dir.resolve("town")).info().population()).isEqualTo(12_000);
    }

    @Test
    void aBadSourceLeavesNothingBehind() throws IOException {
        Files.writeString(dir.resolve("wards.geojson"), "{}");
        int status =
                run(
                        "--wards",
                        dir.resolve("wards.geojson").toString(),
                        "--out",
                        dir.resolve("town").toString());
        assertThat(status).isEqualTo(2);
        assertThat(errors()).contains("wards.geojson: features").doesNotContain("Exception");
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(dir.resolve("wards.geojson"));
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(
                        run(
                                "--osm",
                                dir.resolve("none.osm").toString(),
                                "--out",
                                dir.resolve("town").toString()))
                .isEqualTo(2);
        assertThat(errors()).contains("none.osm: there is no such file");
    }

    @Test
    void noSourceAtAllIsNamed() {
        assertThat(run("--out", dir.resolve("town").toString())).isEqualTo(2);
        assertThat(errors()).contains("--osm or --wards is needed");
    }

    @Test
    void helpIsNoError() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--osm", "--wards", "--inp");
    }
}
