package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.course.Mutation;
import town.nagar.engine.course.Seeds;

/** A network file with something spoilt is solved, or refused with its name and the line. */
final class W13_SpoiltFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SEEDS_A_FILE = 60;

    private static final String NETWORK =
            """
            [TITLE]
            A lake, a pump, a tank, a valve and two taps
            [JUNCTIONS]
             well   5    0
             tap    10   3   day
             far    12   2
            [RESERVOIRS]
             lake   2
            [TANKS]
             tower  40   3  1  6  10  0
            [PIPES]
             main   well  tower  800  250  120  0.2  OPEN
             back   tower tap    400  200  110  0    CV
             spare  well  tap    900  150  100  0    CLOSED
            [PUMPS]
             lift   lake  well   HEAD rise  SPEED 1  PATTERN day
            [VALVES]
             choke  tap   far    150  PRV  18  0.1
            [EMITTERS]
             far    0.05
            [CURVES]
             rise   20   55
            [PATTERNS]
             day    0.6  1.0  1.4  1.0
            [STATUS]
             main   OPEN
            [CONTROLS]
             LINK lift CLOSED IF NODE tower ABOVE 5.5
             LINK lift OPEN IF NODE tower BELOW 2
            [RULES]
            RULE 1
            IF TANK tower LEVEL BELOW 1.5
            THEN PIPE spare STATUS IS OPEN
            PRIORITY 2
            [OPTIONS]
             UNITS      LPS
             HEADLOSS   H-W
             TRIALS     40
             ACCURACY   0.001
            [TIMES]
             DURATION           12:00
             HYDRAULIC TIMESTEP 1:00
             PATTERN TIMESTEP   6:00
            [COORDINATES]
             tap    10   20
            [END]
            """;

    @TempDir private Path folder;

    @Seeds(400)
    void aSpoiltNetworkIsSolvedOrRefusedByItsLine(long seed) throws IOException {
        check(Mutation.of(NETWORK, seed), seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Net1.inp", "Net3.inp", "Hanoi.inp"})
    void spoiltRealFilesAreSolvedOrRefusedByTheirLine(String name) throws IOException {
        Optional<String> files = Optional.ofNullable(System.getenv("NAGAR_DATA_FILES"));
        assumeTrue(files.isPresent(), "NAGAR_DATA_FILES is not set");
        Path file = Path.of(files.orElseThrow()).resolve("hydraulics").resolve(name);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (long seed = 1; seed <= SEEDS_A_FILE; seed++) {
            check(Mutation.of(text, seed), seed);
        }
    }

    private void check(String text, long seed) throws IOException {
        Path file = folder.resolve("spoilt.inp");
        Files.writeString(file, text);
        var err = new ByteArrayOutputStream();
        String[] args = {
            "--inp", file.toString(), "--out", folder.resolve("results").toString(), "--json"
        };
        int status =
                assertTimeoutPreemptively(
                        PATIENCE,
                        () ->
                                HydraulicsCommand.run(
                                        args,
                                        new PrintStream(new ByteArrayOutputStream()),
                                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                        () -> "seed " + seed);
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(status).as("seed %d: %s", seed, said).isIn(0, 2);
        if (status == 2) {
            assertThat(said).as("seed %d", seed).startsWith("spoilt.inp").doesNotContain("null");
        }
    }
}
