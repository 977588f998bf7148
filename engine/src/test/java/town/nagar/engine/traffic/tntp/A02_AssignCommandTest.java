package town.nagar.engine.traffic.tntp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as its users meet it: two roads with 10 + x and 4 + 2 y for twelve trips. */
final class A02_AssignCommandTest {
    private static final String NETWORK =
            """
            <NUMBER OF ZONES> 2
            <NUMBER OF NODES> 2
            <FIRST THRU NODE> 1
            <NUMBER OF LINKS> 2
            <END OF METADATA>
            1 2 1 3 10 0.1 1 0 2 1 ;
            1 2 1 0 4 0.5 1 0 0 1 ;
            """;
    private static final String TRIPS =
            """
            <NUMBER OF ZONES> 2
            <END OF METADATA>
            Origin 1
            2 : 12;
            """;

    @TempDir Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("net.tntp"), NETWORK);
        Files.writeString(folder.resolve("trips.tntp"), TRIPS);
    }

    @Test
    void fiveFiguresArePrintedAsText() {
        assertThat(onFiles()).isZero();
        assertThat(printed.toString(UTF_8))
                .isEqualTo(
                        """
                        objective          138.0
                        relative_gap       0.0
                        total_travel_time  192.0
                        iterations         1
                        seconds            0.250000
                        """);
        assertThat(complained.size()).isZero();
    }

    @Test
    void fiveFiguresArePrintedAsOneJsonObject() {
        assertThat(onFiles("--json")).isZero();
        assertThat(printed.toString(UTF_8).strip())
                .isEqualTo(
                        "{\"objective\":138.0,\"relative_gap\":0.0,\"total_travel_time\":192.0,"
                                + "\"iterations\":1,\"seconds\":0.250000}");
    }

    @Test
    void flowsAreWrittenInTheOrderOfTheNetwork() throws IOException {
        Path flows = folder.resolve("flows.csv");
        Files.writeString(flows, "old");
        assertThat(onFiles("--flows", flows.toString(), "--gap", "1e-12")).isZero();
        assertThat(flows).hasContent("init_node,term_node,flow,cost\n1,2,6.0,16.0\n1,2,6.0,16.0\n");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(3);
        }
    }

    @Test
    void tollAndDistanceAreMindedByTheirFactors() throws IOException {
        // 10 + 1.5 x 2 + 2 x 3 + x = 4 + 2 (12 - x) at x = 3
        Path flows = folder.resolve("flows.csv");
        onFiles("--toll-factor", "1.5", "--distance-factor", "2", "--flows", flows.toString());
        assertThat(flows).hasContent("init_node,term_node,flow,cost\n1,2,3.0,22.0\n1,2,9.0,22.0\n");
    }

    @Test
    void theSystemOptimumEqualisesMarginalCosts() throws IOException {
        // 10 + 2 x = 4 + 4 (12 - x) at x = 7
        Path flows = folder.resolve("flows.csv");
        assertThat(onFiles("--system-optimum", "--flows", flows.toString())).isZero();
        assertThat(flows).hasContent("init_node,term_node,flow,cost\n1,2,7.0,17.0\n1,2,5.0,14.0\n");
        assertThat(printed.toString(UTF_8)).contains("total_travel_time  189.0");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(printed.toString(UTF_8))
                .contains("--network", "--trips", "--gap", "--toll-factor", "--distance-factor")
                .contains("--flows", "--system-optimum", "--json", "Exit status");
    }

    @Test
    void badArgumentsAreNamedAndEndWithTwo() {
        requireRefused("unknown argument '--speed'", "--speed", "3");
        requireRefused("--network is missing", "--trips", "t");
        requireRefused("--trips is missing", "--network", "n");
        requireRefused("--gap needs a value", "--gap");
        requireRefused("--gap is 'small'; allowed are numbers", "--gap", "small");
        requireRefused("--gap is 1.0; allowed are numbers between 0 and 1", "--gap", "1");
        requireRefused("--gap is NaN; allowed are numbers between 0 and 1", "--gap", "NaN");
        requireRefused("--gap is given twice", "--gap", "0.1", "--gap", "0.1");
        requireRefused("toll factor is -1.0; allowed are numbers from 0", "--toll-factor", "-1");
    }

    private void requireRefused(String message, String... args) {
        complained.reset();
        assertThat(run(args)).isEqualTo(2);
        assertThat(complained.toString(UTF_8).strip())
                .isEqualTo(message + "; see engine assign --help");
    }

    @Test
    void aFileThatIsNotThereEndsWithOne() {
        assertThat(run("--network", "nowhere.tntp", "--trips", "t")).isEqualTo(2);
        assertThat(complained.toString(UTF_8).strip()).isEqualTo("nowhere.tntp does not exist");
        assertThat(printed.size()).isZero();
    }

    @Test
    void pairsThatNoRoadJoinsEndWithOneAndAreNamed() throws IOException {
        Files.writeString(folder.resolve("trips.tntp"), TRIPS + "Origin 2\n1 : 3;\n");
        assertThat(onFiles()).isEqualTo(1);
        assertThat(complained.toString(UTF_8)).contains("no route").contains("2 to 1");
    }

    @Test
    void otherZonesThanTheNetworksEndWithTwo() throws IOException {
        Files.writeString(folder.resolve("trips.tntp"), TRIPS.replace("ZONES> 2", "ZONES> 3"));
        assertThat(onFiles()).isEqualTo(2);
        assertThat(complained.toString(UTF_8)).contains("has 3 zones").contains("has 2");
    }

    @Test
    void flowsThatCannotBeWrittenEndWithOne() {
        Path flows = folder.resolve("no").resolve("flows.csv");
        assertThat(onFiles("--flows", flows.toString())).isEqualTo(1);
        assertThat(complained.toString(UTF_8)).contains("flows.csv cannot be written");
    }

    @Test
    void aGapBeyondRoundingEndsWithOneAfterPrintingWhatThereIs() throws IOException {
        Files.writeString(folder.resolve("net.tntp"), NETWORK.replace("0.1 1 0", "0.1 1.7 0"));
        Files.writeString(folder.resolve("trips.tntp"), TRIPS.replace("12", "12.4"));
        assertThat(onFiles("--gap", "1e-300")).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("relative_gap");
        assertThat(complained.toString(UTF_8)).startsWith("relative gap 1.0E-300 was not reached");
    }

    private int onFiles(String... more) {
        var args = new String[4 + more.length];
        args[0] = "--network";
        args[1] = folder.resolve("net.tntp").toString();
        args[2] = "--trips";
        args[3] = folder.resolve("trips.tntp").toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return run(args);
    }

    private int run(String... args) {
        var clock = new AtomicLong();
        return AssignCommand.run(
                args,
                new PrintStream(printed, true, UTF_8),
                new PrintStream(complained, true, UTF_8),
                () -> clock.getAndAdd(250_000_000));
    }

    @Test
    void timesBeyondAllNumbersAreRefusedByTheirLink() throws IOException {
        String steep = NETWORK.replace("1 2 1 3 10 0.1 1", "1 2 1e-15 3 10 1e15 1000");
        Files.writeString(
                folder.resolve("net.tntp"), steep.replace("1 2 1 0 4 0.5 1", "1 2 1 0 4 1e15 999"));
        assertThat(onFiles()).isEqualTo(2);
        assertThat(complained.toString(UTF_8))
                .startsWith("net.tntp: link 1-2 with capacity ")
                .contains("trips.tntp")
                .contains("allowed are values that keep its time finite");
    }
}
