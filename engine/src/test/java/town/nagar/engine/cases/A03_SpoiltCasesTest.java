package town.nagar.engine.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.nagar.engine.agriculture.CropCommand;
import town.nagar.engine.agriculture.EvapotranspirationCommand;
import town.nagar.engine.air.DispersionCommand;
import town.nagar.engine.course.Mutation;
import town.nagar.engine.market.MarketCommand;
import town.nagar.engine.uncertainty.sensitivity.SensitivityCommand;

/** A case with something in it spoilt is answered, or refused with its file's name. */
final class A03_SpoiltCasesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SEEDS = 200;
    private static final Pattern BETWEEN_VALUES = Pattern.compile("(?<=[:\\[,])|(?=[,\\]}])");
    private static final Pattern NO_VALUE =
            Pattern.compile("\\s*|.*[:\\[,{\\]}]\\s*", Pattern.DOTALL);
    private static final String INSTEAD =
            "null true -1 0 1e-320 1e308 -1e308 1e400 NaN 1.5 2147483648 1000000000"
                    + " \"\" \"nobody\" [] {} [[]] [null] ]";

    @FunctionalInterface
    interface Command {
        int run(String[] args, PrintStream out, PrintStream err);
    }

    record Example(String name, Command command, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Example> examples() {
        return List.of(
                new Example(
                        "plume",
                        DispersionCommand::run,
                        """
                        {"Q": 10, "u": 3, "H": 20, "class": "Briggs urban D", "receptors": [[100, 0, 1]]}
                        """),
                new Example(
                        "road",
                        DispersionCommand::run,
                        """
                        {"q_g_m_s": 1e-5, "Lh": 250, "road_width_m": 14, "u": 2, "H": 0.5,
                         "class": "Briggs urban D", "receptors": [[50, 0, 1]]}
                        """),
                new Example(
                        "square",
                        DispersionCommand::run,
                        """
                        {"q_g_m2_s": 1e-5, "side_m": 80, "mixing_height_m": 500, "u": 2, "H": 0.5,
                         "class": "Briggs urban D", "receptors": [[50, 0, 1]]}
                        """),
                new Example(
                        "puff",
                        DispersionCommand::run,
                        """
                        {"mass_g": 1, "seconds": 25, "u": 2, "H": 0.5, "class": "Briggs urban D",
                         "receptors": [[50, 0, 1]]}
                        """),
                new Example(
                        "day",
                        EvapotranspirationCommand::run,
                        """
                        {"in": {"lat": 13.73, "z": 2, "J": 105, "Tmax": 34.8, "Tmin": 25.6, "ea": 2.85,
                         "u2": 2, "n_h": 8.5, "Tmonth": 30.2, "Tprev": 29.2}}
                        """),
                new Example(
                        "season",
                        CropCommand::run,
                        "{\"crop\": \"wheat\", \"et0_mm\": 4, \"irrigation_mm\": 200}"),
                new Example("yield", CropCommand::run, "{\"Ky\": 1, \"ETa_mm\": 4, \"ETm_mm\": 5}"),
                new Example(
                        "yields",
                        CropCommand::run,
                        "{\"formula\": \"f\", \"columns\": [], \"cases\": [[\"wheat\", 1.05, 0.8,"
                                + " 0.79]]}"),
                new Example(
                        "allotment",
                        CropCommand::run,
                        """
                        {"allotment_m3": 5, "fields": [{"worth_per_m3": 1, "need_m3": 4},
                         {"worth_per_m3": 2, "need_m3": 3}]}
                        """),
                new Example(
                        "cobweb",
                        MarketCommand::run,
                        "{\"D\": \"Q=100-2P\", \"S\": \"Q=10+1*P(t-1)\", \"P0\": 40, \"P\": [40,"
                                + " 25]}"),
                new Example(
                        "shock",
                        MarketCommand::run,
                        """
                        {"demand_elasticity": -0.5, "supply_elasticity": 0.5, "demand_factor": 2}
                        """),
                new Example(
                        "floor",
                        MarketCommand::run,
                        """
                        {"demand_elasticity": -1, "arrivals": 2, "floor_price": 1,
                         "procurement_share": 0.25}
                        """),
                new Example(
                        "mandis",
                        MarketCommand::run,
                        """
                        {"mandis": [{"name": "a", "arrivals": 90, "demand_at_zero": 100, "demand_slope": 1},
                          {"name": "b", "arrivals": 70, "demand_at_zero": 100, "demand_slope": 1}],
                         "routes": [{"from": "a", "to": "b", "cost": 4, "capacity": 20}]}
                        """),
                new Example(
                        "store",
                        MarketCommand::run,
                        """
                        {"arrivals_by_period": [80, 0], "demand_at_zero": 100, "demand_slope": 1,
                         "keeping_cost": 1, "most_stock": 50}
                        """),
                new Example(
                        "sensitivity",
                        SensitivityCommand::run,
                        """
                        {"model": "ishigami", "method": "sobol", "samples": 64}
                        """),
                new Example(
                        "tornado",
                        SensitivityCommand::run,
                        """
                        {"method": "tornado", "model": "linear", "coefficients": [1, -4], "constant": 2}
                        """));
    }

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("examples")
    void theExampleItselfIsAnswered(Example example) throws IOException {
        assertThat(check(example, example.text)).isZero();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyValueMayBeSpoilt(Example example) throws IOException {
        String[] parts = BETWEEN_VALUES.split(example.text, -1);
        int values = 0;
        for (int at = 0; at < parts.length; at++) {
            if (!NO_VALUE.matcher(parts[at]).matches()) {
                spoil(example, parts, at);
                values++;
            }
        }
        assertThat(values).isGreaterThan(1);
    }

    private void spoil(Example example, String[] parts, int at) throws IOException {
        String right = parts[at];
        for (String instead : INSTEAD.split(" ", -1)) {
            parts[at] = instead;
            check(example, String.join("", parts));
        }
        parts[at] = right;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anythingMayBeSpoilt(Example example) throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            check(example, Mutation.of(example.text, seed));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aCaseThatBreaksOffIsRefused(Example example) throws IOException {
        String whole = example.text.strip();
        for (int length = 0; length < whole.length(); length++) {
            assertThat(check(example, whole.substring(0, length))).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsNoTextIsRefused(Example example) throws IOException {
        byte[] binary = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff, (byte) 0xfe, '{', '}'};
        Path file = folder.resolve("case.json");
        Files.write(file, binary);
        assertThat(check(example, file)).isEqualTo(2);
        Files.write(file, new byte[0]);
        assertThat(check(example, file)).isEqualTo(2);
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(check(example, file)).isEqualTo(2);
    }

    private int check(Example example, String text) throws IOException {
        return check(example, Files.writeString(folder.resolve("case.json"), text));
    }

    /** The status: with 0 nothing is complained of, with 2 nothing is answered. */
    private int check(Example example, Path file) throws IOException {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] args = {"--case", file.toString(), "--json"};
        String asked = Files.isDirectory(file) ? "a folder" : Files.readString(file, ISO_8859_1);
        int status =
                assertTimeoutPreemptively(
                        PATIENCE,
                        () ->
                                example.command.run(
                                        args,
                                        new PrintStream(out, true, UTF_8),
                                        new PrintStream(err, true, UTF_8)),
                        () -> asked);
        String said = err.toString(UTF_8);
        assertThat(status).as("%s: %s", asked, said).isBetween(0, 2);
        assertThat(said.isEmpty()).as("%s: %s", asked, said).isEqualTo(status == 0);
        assertThat(out.size() == 0).as("%s: %s", asked, said).isEqualTo(status == 2);
        if (status == 2) {
            assertThat(said).as(asked).contains("case.json").doesNotContain("Exception");
        }
        return status;
    }
}
