package town.nagar.engine.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.engine.agriculture.CropCommand;
import town.nagar.engine.agriculture.EvapotranspirationCommand;
import town.nagar.engine.air.DispersionCommand;
import town.nagar.engine.market.MarketCommand;

/** The commands that answer case files, as their users meet them. */
final class A02_CommandsTest {
    private interface Command {
        int run(String[] args, PrintStream out, PrintStream err);
    }

    private static final Map<String, Command> COMMANDS =
            Map.of(
                    "engine dispersion", DispersionCommand::run,
                    "engine evapotranspiration", EvapotranspirationCommand::run,
                    "engine crop", CropCommand::run,
                    "engine market", MarketCommand::run);

    @TempDir Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    private int run(Command command, String... args) {
        printed.reset();
        complained.reset();
        return command.run(
                args,
                new PrintStream(printed, true, UTF_8),
                new PrintStream(complained, true, UTF_8));
    }

    private int onCase(Command command, String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), text);
        var args = new String[2 + more.length];
        args[0] = "--case";
        args[1] = file.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return run(command, args);
    }

    private String out() {
        return printed.toString(UTF_8).strip();
    }

    private String err() {
        return complained.toString(UTF_8).strip();
    }

    @Test
    void helpTellsTheSchemaAndBadArgumentsEndWithTwo() {
        COMMANDS.forEach((name, command) -> {
            assertThat(run(command, "--help")).isZero();
            assertThat(out()).contains(name + " --case FILE.json", "Exit status", "source");
            assertThat(run(command)).isEqualTo(2);
            assertThat(err()).isEqualTo("--case is missing; see " + name + " --help");
            assertThat(run(command, "--speed")).isEqualTo(2);
            assertThat(err()).startsWith("unknown argument '--speed'");
            assertThat(run(command, "--case")).isEqualTo(2);
            assertThat(err()).startsWith("--case needs a value");
            assertThat(run(command, "--case", "a", "--case", "b")).isEqualTo(2);
            assertThat(run(command, "--case", "nowhere.json")).isEqualTo(2);
            assertThat(err()).isEqualTo("nowhere.json does not exist");
            assertThat(printed.size()).isZero();
        });
    }

    @Test
    void aPlumeIsAnsweredAsTextAndAsOneJsonObject() throws IOException {
        String plume =
                "{\"Q\": 10, \"u\": 3, \"H\": 20, \"class\": \"Briggs urban D\", \"receptors\": [[100]]}";
        assertThat(onCase(DispersionCommand::run, plume)).isZero();
        assertThat(out()).contains("briggs_urban", "C_g_m3", "100.0  0.0  0.0");
        assertThat(onCase(DispersionCommand::run, plume, "--json")).isZero();
        assertThat(out())
                .startsWith(
                        "{\"curves\":\"briggs_urban\",\"class\":\"D\",\"receptors\":[{\"x_m\":100.0,")
                .contains("\"C_g_m3\":0.0017138")
                .endsWith("}]}");
        assertThat(err()).isEmpty();
    }

    @Test
    void roadsSquaresAndPuffsAreAnswered() throws IOException {
        String rest =
                ", \"u\": 2, \"H\": 0.5, \"class\": \"Briggs urban D\", \"receptors\": [[50, 0, 1]]";
        String road = "{\"q_g_m_s\": 1e-5, \"Lh\": 250, \"road_width_m\": 14" + rest + "}";
        assertThat(onCase(DispersionCommand::run, road)).isZero();
        assertThat(out()).contains("Cfin_ug_m3");
        String square =
                "{\"q_g_m2_s\": 1e-5, \"side_m\": 80, \"mixing_height_m\": 500" + rest + "}";
        assertThat(onCase(DispersionCommand::run, square)).isZero();
        String puff = "{\"mass_g\": 1, \"seconds\": 25" + rest + "}";
        assertThat(onCase(DispersionCommand::run, puff)).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void anExpectationThatIsNotMetEndsWithOne() throws IOException {
        String plume =
                "{\"Q\": 10, \"u\": 3, \"H\": 20, \"expect_x_y_z_C_g_m3\": [[100, 0, 0, 0.0018]]}";
        assertThat(onCase(DispersionCommand::run, "{\"P_Briggs_urban_D\": " + plume + "}")).isOne();
        assertThat(err())
                .startsWith("P_Briggs_urban_D: C_g_m3 is 0.0017")
                .contains("expects 0.0018");
        assertThat(onCase(MarketCommand::run, COBWEB.replace("32.5", "33"))).isOne();
        assertThat(err()).isEqualTo("P(2) is 32.5 but the case expects 33.0");
    }

    @Test
    void wrongFieldsAreNamedAndEndWithTwo() throws IOException {
        requireRefused(
                DispersionCommand::run, "{\"Q\": 1, \"u\": 0}", "u is missing", "class is ''");
        requireRefused(
                DispersionCommand::run,
                "{\"Q\": 1,\n\"u\": -1, \"class\": \"A\", \"receptors\": [[1]]}",
                "line 2: u is -1; allowed are numbers from");
        requireRefused(
                DispersionCommand::run,
                "{\"Q\": 1, \"u\": 1, \"class\": \"A\", \"receptors\": [[1]], \"hight\": 3}",
                "unknown field 'hight'");
        requireRefused(DispersionCommand::run, "{\"x\": 1}", "no case for engine dispersion");
        requireRefused(
                CropCommand::run, "{\"crop\": \"tulip\"}", "crop is 'tulip'; allowed are [cotton");
        requireRefused(MarketCommand::run, COBWEB.replace("Q=100-2P", "P=Q"), "D is 'P=Q'");
        requireRefused(
                EvapotranspirationCommand::run, "{\"in\": {\"lat\": 80}}", "lat is 80; allowed");
    }

    private void requireRefused(Command command, String text, String... anyMessage)
            throws IOException {
        assertThat(onCase(command, text)).isEqualTo(2);
        assertThat(anyMessage).anyMatch(message -> err().contains(message));
        assertThat(printed.size()).isZero();
    }

    @Test
    void bangkokIsAnswered() throws IOException {
        String day =
                """
                {"in": {"lat": 13.73, "z": 2, "J": 105, "Tmax": 34.8, "Tmin": 25.6, "ea": 2.85,
                 "u2": 2, "n_h": 8.5, "Tmonth": 30.2, "Tprev": 29.2},
                 "expect": {"Ra": 38.06, "Rn": 14.33, "ET0_mm_d": 5.72}}
                """;
        assertThat(onCase(EvapotranspirationCommand::run, day, "--json")).isZero();
        assertThat(out()).contains("\"ET0_mm_d\":5.71");
    }

    @Test
    void yieldsSeasonsAndAllotmentsAreAnswered() throws IOException {
        String many =
                "{\"formula\": \"f\", \"columns\": [], \"cases\": [[\"wheat\", 1.05, 0.8, 0.79]]}";
        assertThat(onCase(CropCommand::run, many, "--json")).isZero();
        assertThat(out()).startsWith("{\"wheat Ya/Ym\":0.79");
        assertThat(onCase(CropCommand::run, "{\"Ky\": 1, \"ETa_mm\": 4, \"ETm_mm\": 5}")).isZero();
        assertThat(out()).isEqualTo("Ya/Ym  0.8");
        String season = "{\"crop\": \"wheat\", \"et0_mm\": 4, \"irrigation_mm\": 200}";
        assertThat(onCase(CropCommand::run, season, "--json")).isZero();
        assertThat(out()).contains("\"season\":\"RABI\",\"sowing\":\"11-15\",\"days\":120.0");
        String deal =
                """
                {"allotment_m3": 5, "fields": [{"worth_per_m3": 1, "need_m3": 4},
                 {"worth_per_m3": 2, "need_m3": 3}]}
                """;
        assertThat(onCase(CropCommand::run, deal, "--json")).isZero();
        assertThat(out()).isEqualTo("{\"given_m3\":[2.0,3.0],\"left_m3\":0.0}");
    }

    private static final String COBWEB =
            """
            {"D": "Q=100-2P", "S": "Q=10+1*P(t-1)", "P0": 40, "P*": 30, "stable_if": "d/b<1",
             "P": [40, 25, 32.5, 28.75, 30.625, 29.6875, 30.15625]}
            """;

    @Test
    void marketsAreAnswered() throws IOException {
        assertThat(onCase(MarketCommand::run, COBWEB, "--json")).isZero();
        assertThat(out())
                .isEqualTo(
                        "{\"P\":[40.0,25.0,32.5,28.75,30.625,29.6875,30.15625],\"P*\":30.0,"
                                + "\"contraction\":-0.5,\"stable\":true}");
        String shock =
                "{\"demand_elasticity\": -0.5, \"supply_elasticity\": 0.5, \"demand_factor\": 2}";
        assertThat(onCase(MarketCommand::run, shock, "--json")).isZero();
        assertThat(out()).startsWith("{\"price\":2.0,");
        String floor =
                "{\"demand_elasticity\": -1, \"arrivals\": 2, \"floor_price\": 1, \"procurement_share\": 0.25}";
        assertThat(onCase(MarketCommand::run, floor, "--json")).isZero();
        assertThat(out()).contains("\"procured\":0.5");
        String trade =
                """
                {"mandis": [{"name": "a", "arrivals": 90, "demand_at_zero": 100, "demand_slope": 1},
                  {"name": "b", "arrivals": 70, "demand_at_zero": 100, "demand_slope": 1}],
                 "routes": [{"from": "a", "to": "b", "cost": 4}]}
                """;
        assertThat(onCase(MarketCommand::run, trade, "--json")).isZero();
        assertThat(out()).startsWith("{\"prices\":[18.0,22.0],\"flows\":[8.0]");
        String store =
                "{\"arrivals_by_period\": [80, 0], \"demand_at_zero\": 100, \"demand_slope\": 1}";
        assertThat(onCase(MarketCommand::run, store, "--json")).isZero();
        assertThat(out()).startsWith("{\"prices\":[60.0,60.0],\"stocks\":[40.0]");
    }

    /** The published cases kept outside of the repository, where there are any. */
    @Test
    void thePublishedCasesAreMet() {
        String data = System.getenv("NAGAR_DATA_FILES");
        assumeTrue(data != null, "NAGAR_DATA_FILES names no folder");
        String air = Path.of(data, "dispersion", "cases.json").toString();
        assertThat(run(DispersionCommand::run, "--case", air)).as(err()).isZero();
        assertThat(out()).contains("P1_", "P2_", "P3_", "P5_invariants");
        String farms = Path.of(data, "agriculture", "cases.json").toString();
        assertThat(run(EvapotranspirationCommand::run, "--case", farms)).as(err()).isZero();
        assertThat(run(CropCommand::run, "--case", farms)).as(err()).isZero();
        assertThat(run(MarketCommand::run, "--case", farms)).as(err()).isZero();
    }
}
