package town.nagar.engine.traffic.tntp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.engine.course.Mutation;
import town.nagar.engine.course.Seeds;

/** A file of roads or trips with something spoilt is assigned, or refused with its name. */
final class A04_SpoiltFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SEEDS_OF_REAL_FILES = 100;

    private static final String NETWORK =
            """
            <NUMBER OF ZONES> 2
            <NUMBER OF NODES> 4
            <FIRST THRU NODE> 1
            <NUMBER OF LINKS> 5
            <END OF METADATA>

            ~ init_node term_node capacity length free_flow_time b power speed toll link_type ;
            1 3 100 2 10 0.15 4 0 0 1 ;
            1 4 120 3 12 0.15 4 0 0 1 ;
            3 4 50 1 2 0.15 4 0 1 1 ;
            3 2 80 3 14 0.15 4 0 0 1 ;
            4 2 100 2 11 0.15 4 0 0 1 ;
            """;
    private static final String TRIPS =
            """
            <NUMBER OF ZONES> 2
            <TOTAL OD FLOW> 90.0
            <END OF METADATA>

            Origin 1
                1 : 0.0;    2 : 60.0;
            Origin 2
                1 : 0.0;    2 : 0.0;
            """;

    @TempDir private Path folder;

    @Seeds(300)
    void aSpoiltNetworkIsAssignedOrRefused(long seed) throws IOException {
        check(Mutation.of(NETWORK, seed), TRIPS, seed);
    }

    @Seeds(300)
    void aSpoiltTripTableIsAssignedOrRefused(long seed) throws IOException {
        check(NETWORK, Mutation.of(TRIPS, seed), seed);
    }

    @Test
    void spoiltRealFilesAreAssignedOrRefused() throws IOException {
        Optional<String> files = Optional.ofNullable(System.getenv("NAGAR_DATA_FILES"));
        assumeTrue(files.isPresent(), "NAGAR_DATA_FILES is not set");
        Path given = Path.of(files.orElseThrow()).resolve("assignment");
        String network = Files.readString(given.resolve("SiouxFalls_net.tntp"));
        String trips = Files.readString(given.resolve("SiouxFalls_trips.tntp"));
        for (long seed = 1; seed <= SEEDS_OF_REAL_FILES; seed++) {
            check(Mutation.of(network, seed), trips, seed);
            check(network, Mutation.of(trips, seed), seed);
        }
    }

    private void check(String network, String trips, long seed) throws IOException {
        Path roads = folder.resolve("net.tntp");
        Path table = folder.resolve("trips.tntp");
        Files.writeString(roads, network);
        Files.writeString(table, trips);
        var err = new ByteArrayOutputStream();
        String[] args = {
            "--network", roads.toString(), "--trips", table.toString(), "--gap", "1e-4"
        };
        int status =
                assertTimeoutPreemptively(
                        PATIENCE,
                        () ->
                                AssignCommand.run(
                                        args,
                                        new PrintStream(new ByteArrayOutputStream()),
                                        new PrintStream(err, true, UTF_8)),
                        () -> "seed " + seed);
        String said = err.toString(UTF_8);
        assertThat(status).as("seed %d: %s", seed, said).isBetween(0, 2);
        assertThat(said.isEmpty()).as("seed %d: %s", seed, said).isEqualTo(status == 0);
        assertThat(said).as("seed %d", seed).doesNotContain("is NaN");
        if (status == 2) {
            assertThat(said).as("seed %d", seed).containsAnyOf("net.tntp", "trips.tntp");
        }
    }
}
