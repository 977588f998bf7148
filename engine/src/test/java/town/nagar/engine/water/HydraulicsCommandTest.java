package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HydraulicsCommandTest {
    private static final String NETWORK =
            """
            [JUNCTIONS]
             tap 10 0
            [RESERVOIRS]
             lake 100
            [PIPES]
             main lake tap 1000 300 130
             spare lake tap 1000 300 130 0 CLOSED
            [OPTIONS]
             UNITS LPS
             HEADLOSS H-W
            """;

    @TempDir private Path folder;

    private record Outcome(int status, String out, String err) {}

    private Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status =
                HydraulicsCommand.run(
                        args,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path network(String text) throws IOException {
        return Files.writeString(folder.resolve("town.inp"), text);
    }

    @Test
    void aSolvedNetworkIsWrittenInTwoTables() throws IOException {
        Path out = folder.resolve("results");
        Outcome outcome =
                run("--inp", network(NETWORK).toString(), "--out", out.toString(), "--json");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .startsWith("{\"nodes\":2,\"links\":2,\"report_times\":1,")
                .contains("\"balanced\":true,\"warnings\":[]");
        List<String> nodes = Files.readAllLines(out.resolve("nodes.csv"));
        assertThat(nodes.getFirst()).isEqualTo("time_s,node,head,pressure,demand");
        assertThat(nodes.get(2)).startsWith("0,lake,100.000000,0.00000000,");
        List<String> links = Files.readAllLines(out.resolve("links.csv"));
        assertThat(links.getFirst()).isEqualTo("time_s,link,flow,velocity,headloss,status");
        assertThat(links.get(2)).isEqualTo("0,spare,0.00000000,0.00000000,0.00000000,0");
        assertThat(out).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aBadFileFailsWithItsLineAndWritesNothing() throws IOException {
        Path out = folder.resolve("results");
        Path inp = network(NETWORK.replace("tap 10 0", "tap high 0"));
        Outcome outcome = run("--inp", inp.toString(), "--out", out.toString());
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("town.inp, line 2: elevation \"high\"");
        assertThat(out).doesNotExist();
    }

    @Test
    void aMissingFileFails() {
        Outcome outcome = run("--inp", folder.resolve("none.inp").toString(), "--out", "x");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no such file");
    }

    @Test
    void badArgumentsAreToldApartFromFailures() {
        assertThat(run().status()).isEqualTo(2);
        assertThat(run("--inp").err()).contains("--inp needs a value");
        assertThat(run("--town", "x").err()).contains("--town: --inp, --out, --json or --help");
        assertThat(run("--inp", "x").err()).contains("--out FOLDER is missing");
    }

    @Test
    void helpIsGiven() {
        Outcome outcome = run("--help");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("--inp FILE", "Exit status");
    }
}
