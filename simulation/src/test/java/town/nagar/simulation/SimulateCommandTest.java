package town.nagar.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.town.Measure;
import town.nagar.engine.town.StudySettings;
import town.nagar.engine.town.TownResult;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.simulation.input.InputException;

/** The command on a study of known figures. */
class SimulateCommandTest {
    private static final String SCENARIO =
            """
            {"scenario_name": "odd_even", "parameters": {"start_date": "2026-01-01", "duration_days": 15},
             "costs": {"implementation": 1000000, "operational_per_day": 100000},
             "simulation_config": {"num_agents": 3000, "monte_carlo_runs": 100, "seed": 5}}
            """;

    @TempDir private Path dir = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<StudySettings> asked = new ArrayList<>();
    private final List<TownPlan> plans = new ArrayList<>();
    private boolean terminal;
    private boolean noTown;

    private final class Towns implements TownSource {
        @Override
        public PlannedTown sample() {
            if (noTown) {
                throw new IllegalStateException("the town was made though nobody needed it");
            }
            return SmallTown.town();
        }

        @Override
        public PlannedTown read(Path folder) {
            throw new InputException(List.of(folder + " is no town"));
        }
    }

    private int run(String... args) {
        Study study =
                (plan, _, _, settings, progress) -> {
                    asked.add(settings);
                    plans.add(plan);
                    progress.pairEnded(settings.mostRuns() / 2, settings.mostRuns());
                    return known(settings);
                };
        return new SimulateCommand(
                        new Towns(),
                        study,
                        InstantSource.fixed(Instant.parse("2026-02-06T20:00:00Z")),
                        new Machine(2, 1L << 30, terminal),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(args));
    }

    private static TownResult known(StudySettings settings) {
        return KnownStudy.of(
                settings,
                Map.of(
                        Measure.CONGESTION, -8.0,
                        Measure.PEAK_CONGESTION, -12.0,
                        Measure.AQI, -0.5,
                        Measure.GOOD_AIR_DAYS, 2.0,
                        Measure.TRAVEL_HOURS, -40.0,
                        Measure.EXPOSURE, -2.0,
                        Measure.SATISFACTION, -3.0,
                        Measure.OBEYING_TRIPS, -10.0));
    }

    private String file(String text) throws IOException {
        return Files.writeString(dir.resolve("s.json"), text).toString();
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theAnswerHasTheDesignsFields() throws IOException {
        assertThat(run("--scenario", file(SCENARIO), "--json")).isZero();
        JsonNode answer = json();
        assertThat(answer.at("/simulation_id").asText()).startsWith("SIM-2026-02-06-");
        assertThat(answer.at("/status").asText()).isEqualTo("completed");
        assertThat(answer.at("/scenario/scenario_name").asText()).isEqualTo("odd_even");
        assertThat(answer.at("/configuration/num_agents").asInt()).isEqualTo(3_000);
        assertThat(answer.at("/configuration/time_step_hours").asInt()).isEqualTo(1);
        assertThat(answer.at("/configuration/monte_carlo_runs").asInt()).isEqualTo(100);
        assertThat(answer.at("/results/traffic/avg_congestion_reduction").asDouble()).isEqualTo(8);
        assertThat(answer.at("/results/traffic/peak_hour_improvement").asDouble()).isEqualTo(12);
        assertThat(answer.at("/results/traffic/confidence_interval").toString())
                .isEqualTo("[7.0,9.0]");
        assertThat(answer.at("/results/pollution/avg_aqi_reduction").asDouble()).isEqualTo(0.5);
        assertThat(answer.at("/results/pollution/good_air_days_increase").asDouble()).isEqualTo(2);
        assertThat(answer.at("/results/pollution/confidence_interval").toString())
                .isEqualTo("[-0.5,1.5]");
        assertThat(answer.at("/results/citizen_impact/satisfaction_change").asDouble())
                .isEqualTo(-3);
        assertThat(answer.at("/comparison_with_baseline/traffic_improvement").asDouble())
                .isEqualTo(8);
        assertThat(answer.at("/comparison_with_baseline/pollution_improvement").asDouble())
                .isEqualTo(0.5);
        assertThat(answer.at("/execution_time_seconds").asDouble()).isZero();
        assertThat(answer.at("/provenance/seed").asLong()).isEqualTo(5);
        assertThat(answer.at("/provenance/runs_made").asInt()).isEqualTo(100);
        assertThat(answer.at("/provenance/stopped").asText()).isEqualTo("all_runs_made");
        assertThat(answer.at("/provenance/input_hash").asText()).matches("sha256:[0-9a-f]{64}");
        assertThat(answer.at("/metrics")).hasSize(Measure.count());
    }

    @Test
    void moneyFollowsFromTimeHealthAndCost() throws IOException {
        run("--scenario", file(SCENARIO), "--json");
        JsonNode economic = json().at("/results/economic");
        // 1,000,000 and 15 days of 100,000
        assertThat(economic.at("/implementation_cost").asDouble()).isEqualTo(2_500_000);
        // 40 hours a day, 15 days, Rs 100; 50 times 39 hours to 200 times 41 hours
        assertThat(economic.at("/time_savings_value").asDouble()).isEqualTo(60_000);
        assertThat(economic.at("/time_savings_range/0").asDouble()).isEqualTo(15 * 39 * 50);
        assertThat(economic.at("/time_savings_range/1").asDouble()).isEqualTo(15 * 41 * 200);
        // 2 % of Rs 1,896.6 a head and year, 10,000 people, 15 days
        assertThat(economic.at("/health_benefits").asDouble()).isCloseTo(15_588, within(1.0));
        double net = 60_000 + economic.at("/health_benefits").asDouble() - 2_500_000;
        assertThat(economic.at("/net_benefit").asDouble()).isCloseTo(net, within(1e-6));
        assertThat(json().at("/comparison_with_baseline/cost_effectiveness").asDouble())
                .isCloseTo(net / 2_500_000, within(1e-12));
    }

    @Test
    void whatIsNotKnownIsNullAndSaid() throws IOException {
        String text =
                """
                {"question": "more buses?", "parameters": {"start_date": "2026-01-01"},
                 "interventions": [{"type": "bus_service", "frequency_change_percent": 50}]}
                """;
        run("--scenario", file(text), "--json");
        assertThat(json().at("/results/economic/implementation_cost").isNull()).isTrue();
        assertThat(json().at("/results/economic/net_benefit").isNull()).isTrue();
        assertThat(json().at("/comparison_with_baseline/cost_effectiveness").isNull()).isTrue();
        assertThat(json().at("/warnings").toString())
                .contains("No costs are given", "air quality index cannot be told from none")
                .contains("It is small.", "New routes are more buses");
    }

    @Test
    void peopleGetATable() throws IOException {
        assertThat(run("--scenario", file(SCENARIO))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Small Town, 10,000 people: 15 days from 2026-01-01")
                .containsPattern("avg_traffic_congestion +% +100 +92 +-8 +-9 to -7 +-8\\.00 %")
                .contains("net benefit", "Delhi, January 2016");
        assertThat(said()).isEmpty();
    }

    @Test
    void agentsKeepTheTownsProportions() throws IOException {
        run("--scenario", file(SCENARIO), "--json");
        assertThat(plans.getFirst().population().citizens()).isEqualTo(2_000);
        assertThat(plans.getFirst().population().vehicles()).isEqualTo(1_000);
        assertThat(plans.getFirst().population().businesses()).isEqualTo(100);
        assertThat(plans.getFirst().population().farms()).isEqualTo(40);
    }

    @Test
    void theCommandLineOverrulesTheFile() throws IOException {
        run("--scenario", file(SCENARIO), "--runs", "12", "--seed", "9", "--threads", "7");
        StudySettings settings = asked.getFirst();
        assertThat(settings.mostRuns()).isEqualTo(12);
        assertThat(settings.leastRuns()).isEqualTo(12);
        assertThat(settings.seed()).isEqualTo(9);
        assertThat(settings.threads()).isEqualTo(7);
    }

    @Test
    void aHalfWidthStopsEarly() throws IOException {
        String text =
                SCENARIO.replace(
                        "\"seed\": 5",
                        "\"stop_measure\": \"aqi\", \"stop_at_half_width\": 0.2, \"confidence_level\": 0.9");
        run("--scenario", file(text));
        StudySettings settings = asked.getFirst();
        assertThat(settings.leastRuns()).isEqualTo(32);
        assertThat(settings.mostRuns()).isEqualTo(100);
        assertThat(settings.halfWidth()).isEqualTo(0.2);
        assertThat(settings.level()).isEqualTo(0.9);
        assertThat(settings.steering()).isEqualTo(Measure.AQI);
    }

    @Test
    void theHashOfTheInputsFollowsThem() throws IOException {
        run("--scenario", file(SCENARIO), "--json");
        String first = json().at("/provenance/input_hash").asText();
        out.reset();
        run("--scenario", file(SCENARIO + "\n"), "--json", "--threads", "3");
        assertThat(json().at("/provenance/input_hash").asText()).isEqualTo(first);
        out.reset();
        run("--scenario", file(SCENARIO), "--json", "--seed", "6");
        assertThat(json().at("/provenance/input_hash").asText()).isNotEqualTo(first);
    }

    @Test
    void aPersonAtATerminalSeesAnEarlyEstimateAndProgress() throws IOException {
        terminal = true;
        assertThat(run("--scenario", file(SCENARIO), "--json")).isZero();
        assertThat(said())
                .startsWith("after 8 pairs: congestion -8.00 % (-9.00 to -7.00)")
                .contains("50 of 100 pairs of runs");
        assertThat(asked).extracting(StudySettings::mostRuns).containsExactly(8, 100);
        assertThat(json().at("/status").asText()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--json | --scenario FILE is missing",
                "--scenario | --scenario needs a value",
                "--scenario none.json | none.json does not exist",
                "--scenario FILE --threads 0 | --threads is '0'; allowed are whole numbers from 1 to 1024",
                "--scenario FILE --runs 0 | --runs is '0'; allowed are whole numbers from 2 to 100000",
                "--scenario FILE --runs many | --runs is 'many'",
                "--scenario FILE --seed -1 | --seed is '-1'",
                "--scenario FILE --seed 1 --seed 2 | --seed is given twice",
                "--scenario FILE --town nowhere | nowhere is no town",
                "--scenaro FILE | is not known; allowed are --scenario FILE"
            })
    void badArgumentsAreNamedAndNothingIsAnswered(String line, String told) throws IOException {
        String[] args = line.replace("FILE", file(SCENARIO)).split(" ", -1);
        assertThat(run(args)).isEqualTo(2);
        assertThat(said()).contains(told);
        assertThat(out.size()).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void aBadFileIsNamedAndNothingIsAnsweredOrWritten() throws IOException {
        String bad = SCENARIO.replace("3000", "-1").replace("15}", "0}");
        assertThat(run("--scenario", file(bad))).isEqualTo(2);
        assertThat(said().lines())
                .containsExactly(
                        "%s, line 1: parameters.duration_days is 0; allowed are whole numbers from 1 to 366"
                                .formatted(dir.resolve("s.json")),
                        "%s, line 3: simulation_config.num_agents is -1; allowed are whole numbers from 100 to %d"
                                .formatted(
                                        dir.resolve("s.json"),
                                        Memory.mostAgents(new Machine(2, 1L << 30, false), 2)));
        assertThat(out.size()).isZero();
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(dir.resolve("s.json"));
        }
    }

    @Test
    void moreAgentsThanMemoryHoldsAreRefused() throws IOException {
        assertThat(run("--scenario", file(SCENARIO.replace("3000", "8000000")))).isEqualTo(2);
        assertThat(said()).contains("num_agents is 8000000");
    }

    @Test
    void aBadScenarioIsRefusedBeforeItsTownIsMade() throws IOException {
        noTown = true;
        String bad = file("{\"scenario_name\": \"odd_even\", \"parameters\": {\"start_date\": 7}}");
        assertThat(run("--scenario", bad)).isEqualTo(2);
        assertThat(said()).contains("start_date");
    }

    @Test
    void zonesOfAScenarioAreThoseOfItsTown() throws IOException {
        String zones =
                """
                {"scenario_name": "z", "parameters": {"start_date": "2026-01-01"},
                 "interventions": [{"type": "odd_even", "affected_zones": ["%s"]}]}
                """;
        assertThat(run("--scenario", file(zones.formatted("Z001")))).isZero();
        assertThat(run("--scenario", file(zones.formatted("Z999")))).isEqualTo(2);
        assertThat(said()).contains("Z999");
    }

    @Test
    void complianceIsThatOfTheRestrictedTrips() throws IOException {
        run("--scenario", file(SCENARIO), "--json");
        assertThat(json().at("/results/citizen_impact/compliance_rate").asDouble()).isEqualTo(90);
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(dir.resolve("b.json"), new byte[] {'{', (byte) 0xff, '}'});
        assertThat(run("--scenario", file.toString())).isEqualTo(2);
        assertThat(said()).contains("is not UTF-8 text");
    }
}
