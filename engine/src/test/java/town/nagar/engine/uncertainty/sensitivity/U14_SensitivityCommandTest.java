package town.nagar.engine.uncertainty.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, from a file to its answer. */
final class U14_SensitivityCommandTest {
    @TempDir private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        out.reset();
        err.reset();
        return SensitivityCommand.run(args, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    private int runCase(String json, String... more) throws IOException {
        var args = new ArrayList<String>(List.of("--case", file("case.json", json)));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void helpTellsTheSchema() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("\"factors\"", "ishigami", "--sample");
    }

    @Test
    void ishigamiIsMetAsItsClosedFormExpects() throws IOException {
        String expects =
                "{\"f\": \"sin x1 + a sin^2 x2 + b x3^4 sin x1, xi~U(-pi,pi)\", \"a\": 7,"
                        + " \"b\": 0.1, \"mean\": 3.5, \"variance\": 13.844587940719254,"
                        + " \"S1\": [0.3139, 0.4424, 0], \"ST\": [0.5576, 0.4424, 0.2437],"
                        + " \"S13\": 0.2437}";
        assertThat(runCase(expects, "--json")).as(err()).isZero();
        assertThat(out()).startsWith("{\"output\":\"y\",\"method\":\"sobol\",\"runs\":5120,");
        assertThat(runCase(expects.replace("0.3139", "0.5"))).isEqualTo(1);
        assertThat(err()).contains("S1 of x1 is 0.3", "the case expects 0.5");
    }

    @Test
    void threadsChangeNothing() throws IOException {
        assertThat(runCase("{\"model\": \"ishigami\"}")).isZero();
        String one = out();
        assertThat(runCase("{\"model\": \"ishigami\"}", "--threads", "7")).isZero();
        assertThat(out()).isEqualTo(one);
    }

    @Test
    void morrisAndTornadoAnswerToo() throws IOException {
        String line = "\"model\": \"linear\", \"coefficients\": [1, -4], \"constant\": 2";
        assertThat(runCase("{\"method\": \"morris\", " + line + "}", "--json")).isZero();
        assertThat(out()).contains("\"name\":\"x2\",\"mu_star\":4.0");
        assertThat(runCase("{\"method\": \"tornado\", " + line + "}")).isZero();
        assertThat(out()).contains("at_medians", "x2").containsSubsequence("swing", "x2", "x1");
    }

    private static final String OWN =
            """
            {"samples": 64,
             "factors": [
              {"name": "speed", "distribution": "uniform", "low": 10, "high": 50},
              {"name": "cost, Rs", "distribution": "triangular", "low": 1, "mode": 2, "high": 3},
              {"name": "noise", "distribution": "normal", "mean": 0, "standard_deviation": 1},
              {"name": "rain", "distribution": "log-normal", "log_mean": 0, "log_standard_deviation": 1}]}
            """;

    @Test
    void aModelOfOnesOwnIsSampledAndThenRead() throws IOException {
        String sample = folder.resolve("sample.csv").toString();
        assertThat(runCase(OWN, "--sample", sample)).isZero();
        assertThat(out()).startsWith("384 rows for 4 factors");
        List<String> rows = Files.readAllLines(Path.of(sample));
        assertThat(rows).hasSize(385);
        assertThat(rows.getFirst()).isEqualTo("speed,\"cost, Rs\",noise,rain");
        var results = new ArrayList<String>(List.of("delay,fare"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            results.add(cells[0] + "," + (Double.parseDouble(cells[1]) + 1));
        }
        String read = file("results.csv", String.join("\n", results) + "\n");
        assertThat(runCase(OWN, "--results", read, "--json")).as(err()).isZero();
        assertThat(out()).startsWith("{\"outputs\":[{\"output\":\"delay\"");
        assertThat(out()).contains("\"name\":\"rain\",\"first\":0.0");
    }

    @Test
    void resultsThatDoNotFitAreNamedByLine() throws IOException {
        assertThat(runCase(OWN, "--results", file("r.csv", "y\n1\n"))).isEqualTo(2);
        assertThat(err()).contains("r.csv has 2 lines; allowed is a line of names and 384 rows");
        String bad = "y\n" + "1\n".repeat(383) + "1e999\n";
        assertThat(runCase(OWN, "--results", file("r.csv", bad))).isEqualTo(2);
        assertThat(err()).contains("r.csv, line 385: '1e999'");
        assertThat(runCase(OWN, "--results", folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(err()).contains("there is no such file");
    }

    @Test
    void badArgumentsAreToldApartFromBadFiles() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("--case is missing");
        assertThat(run("--cas", "x")).isEqualTo(2);
        assertThat(err()).contains("unknown argument '--cas'");
        assertThat(run("--case")).isEqualTo(2);
        assertThat(runCase("{}", "--threads", "0")).isEqualTo(2);
        assertThat(err()).contains("1 to 256");
        assertThat(run("--case", folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(err()).contains("there is no such file");
        assertThat(runCase("{\"model\": \"ishigmi\"}")).isEqualTo(2);
        assertThat(err()).contains("'ishigmi'", "line 1");
        assertThat(runCase("{\"model\": \"ishigami\", \"sample\": 3}")).isEqualTo(2);
        assertThat(err()).contains("unknown field 'sample'");
        assertThat(runCase("{\"model\": \"ishigami\", \"samples\": 1000}")).isEqualTo(2);
        assertThat(err()).contains("powers of two");
        assertThat(runCase(OWN)).isEqualTo(2);
        assertThat(err()).contains("no model");
    }
}
