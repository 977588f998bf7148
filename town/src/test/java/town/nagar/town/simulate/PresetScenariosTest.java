package town.nagar.town.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.simulation.Machine;
import town.nagar.simulation.SimulateCommand;

/** Every scenario that ships, run a few times on the sample town with few agents. */
class PresetScenariosTest {
    private static final Path FOLDER = Path.of("../docs/scenarios");

    @TempDir private Path dir = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return SimulateCommand.run(
                List.of(args),
                new TownFolders(),
                InstantSource.fixed(Instant.parse("2026-02-06T09:00:00Z")),
                new Machine(2, 1L << 30, false),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static List<Path> presets() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    /** The preset with few agents, so that the test is short. */
    private String small(Path preset) throws IOException {
        String text = Files.readString(preset).replace("15000", "600");
        return Files.writeString(dir.resolve(String.valueOf(preset.getFileName())), text)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetIsAnswered(Path preset) throws IOException {
        int status = run("--scenario", small(preset), "--runs", "2", "--json");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"simulation_id\":\"SIM-2026-02-06-")
                .doesNotContain("NaN");
    }

    @Test
    void everyPresetIsListedInItsPage() throws IOException {
        String page = Files.readString(FOLDER.resolve("README.md"));
        assertThat(presets())
                .isNotEmpty()
                .allSatisfy(preset -> {
                    String file = String.valueOf(preset.getFileName());
                    assertThat(page).contains("`" + file.replace(".json", "") + "`");
                });
    }

    @Test
    void theFiguresAreTheSameForAnyNumberOfThreads() throws IOException {
        String file = small(FOLDER.resolve("bus-service.json"));
        run("--scenario", file, "--runs", "4", "--threads", "1", "--json");
        String alone = out.toString(StandardCharsets.UTF_8);
        out.reset();
        run("--scenario", file, "--runs", "4", "--threads", "3", "--json");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(alone);
    }
}
