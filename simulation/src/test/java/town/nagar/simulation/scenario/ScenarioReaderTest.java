package town.nagar.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.town.Measure;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.policy.PlateLimit;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.policy.SupplyChange;
import town.nagar.simulation.SmallTown;
import town.nagar.simulation.input.InputException;

class ScenarioReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final int MOST_AGENTS = 100_000;

    private static final String DESIGN =
            """
            {
              "scenario_name": "odd_even_vehicle_scheme",
              "description": "Test impact of odd-even vehicle restriction",
              "parameters": {
                "start_date": "2026-03-01",
                "duration_days": 30,
                "restriction_hours": "08:00-20:00",
                "affected_zones": ["Z001", "Z002", "Z003"],
                "exemptions": ["emergency", "public_transport", "electric"]
              },
              "simulation_config": {
                "num_agents": 15000,
                "time_step_hours": 1,
                "monte_carlo_runs": 1000
              }
            }
            """;

    private static Scenario read(String text) {
        return ScenarioReader.read("s.json", text, SmallTown::plan, MOST_AGENTS, TODAY);
    }

    private static Scenario withInterventions(String interventions) {
        return read(
                """
                {"scenario_name": "several", "parameters": {"start_date": "2026-03-01"},
                 "interventions": [%s]}
                """
                        .formatted(interventions));
    }

    @Test
    void theDesignsBodyIsUnderstoodAsItStands() {
        Scenario scenario = read(DESIGN);
        assertThat(scenario.name()).isEqualTo("odd_even_vehicle_scheme");
        assertThat(scenario.firstDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(scenario.days()).isEqualTo(30);
        assertThat(scenario.order())
                .isEqualTo(new RunOrder(15_000, 1_000, 1, 0.95, 0, Measure.PM25, true));
        assertThat(scenario.interventions()).containsExactly("odd_even_vehicle_scheme");
        assertThat(scenario.baseline().plates()).isEmpty();
        assertThat(scenario.policy().plates())
                .containsExactly(
                        new PlateLimit(
                                Set.of(VehicleClass.CAR),
                                Set.of(Fuel.ELECTRIC),
                                0,
                                HourSet.of(8, 20),
                                false,
                                Set.of(0, 1, 2),
                                1));
        assertThat(scenario.evidence()).isNotEmpty();
    }

    @Test
    void whatItIsNotGivenComesFromElsewhere() {
        Costs costs = read(DESIGN).costs();
        // Rs 20 crore in 15 days among 16.79 million people: Rs 0.794 a head and day
        assertThat(costs.rupees(15, 16.79e6)).isCloseTo(20e7, within(1.0));
    }

    @Test
    void costsThatAreGivenHold() {
        String text =
                DESIGN.replaceFirst(
                        "\"parameters\"",
                        "\"costs\": {\"implementation\": 5000000, \"operational_per_day\": 1000}, \"parameters\"");
        assertThat(read(text).costs().rupees(30, 1)).isEqualTo(5_030_000);
    }

    @Test
    void severalInterventionsMakeOnePolicy() {
        Policy policy =
                withInterventions(
                                """
                                {"type": "bus_service", "frequency_change_percent": 100, "fare_change_percent": -100},
                                {"type": "signal_timing", "roads": ["R001"], "capacity_change_percent": 10},
                                {"type": "water_schedule", "affected_zones": ["Z002"],
                                 "supply_hours": ["06:00-09:00", "22:00-01:00"], "pressure_change_percent": -20},
                                {"type": "industry_curb", "emission_change_percent": -40},
                                {"type": "support_price", "price_change_percent": 10, "procured_share_points": 5},
                                {"type": "waste_burning_ban", "compliance_percent": 75}
                                """)
                        .policy();
        assertThat(policy.bus().frequencyFactor()).isEqualTo(2);
        assertThat(policy.bus().fareFactor()).isZero();
        assertThat(policy.roads().getFirst().roads()).containsExactly("R001");
        assertThat(policy.roads().getFirst().capacityFactor()).isEqualTo(1.1);
        SupplyChange supply = policy.water().supply().getFirst();
        assertThat(supply.zones()).containsExactly(1);
        assertThat(supply.hours()).isEqualTo(HourSet.of(6, 9).and(HourSet.of(22, 1)));
        assertThat(supply.pressureFactor()).isEqualTo(0.8);
        assertThat(policy.air().works().getFirst().factor()).isEqualTo(0.6);
        assertThat(policy.air().burningFactor()).isEqualTo(0.25);
        assertThat(policy.farms().supportPriceFactor()).isEqualTo(1.1);
        assertThat(policy.farms().procuredShareAdded()).isEqualTo(0.05);
    }

    @Test
    void aBackgroundHoldsOnBothSides() {
        Scenario scenario =
                read(
                        """
                        {"scenario_name": "bus_service",
                         "parameters": {"start_date": "2026-03-01", "frequency_change_percent": 50},
                         "background": [{"type": "high_growth"}]}
                        """);
        assertThat(scenario.baseline().outlook().peopleFactor()).isCloseTo(1.318, within(1e-12));
        assertThat(scenario.policy().outlook()).isEqualTo(scenario.baseline().outlook());
        assertThat(scenario.baseline().bus().frequencyFactor()).isEqualTo(1);
        assertThat(scenario.interventions()).containsExactly("bus_service");
    }

    @Test
    void aWhatIfNeedsNoDate() {
        Scenario scenario =
                read(
                        """
                        {"question": "What if buses were free?",
                         "interventions": [{"type": "bus_service", "fare_change_percent": -100}]}
                        """);
        assertThat(scenario.name()).isEqualTo("What if buses were free?");
        assertThat(scenario.firstDay()).isEqualTo(TODAY);
        assertThat(scenario.days()).isEqualTo(7);
        assertThat(scenario.policy().bus().fareFactor()).isZero();
    }

    @Test
    void publicTransportIsExemptByItsClass() {
        Scenario scenario =
                withInterventions(
                        """
                        {"type": "odd_even_vehicle_scheme", "vehicle_classes": ["car", "auto_rickshaw"],
                         "exemptions": ["public_transport", "cng"]}
                        """);
        PlateLimit limit = scenario.policy().plates().getFirst();
        assertThat(limit.classes()).containsExactly(VehicleClass.CAR);
        assertThat(limit.exemptFuels()).containsExactly(Fuel.CNG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"duration_days\": 30 | \"duration_days\": -1 | line 6: parameters.duration_days is -1; allowed are whole numbers from 1 to 366",
                "\"duration_days\": 30 | \"duration_days\": 30.5 | duration_days is 30.5; allowed are whole",
                "\"duration_days\": 30 | \"duration_days\": \"30\" | duration_days is '30'; allowed are whole",
                "2026-03-01 | 2026-02-30 | line 5: parameters.start_date is '2026-02-30'; allowed are days",
                "08:00-20:00 | 08:30-20:00 | restriction_hours is '08:30-20:00'; allowed are whole hours",
                "08:00-20:00 | 08:00-25:00 | restriction_hours is '08:00-25:00'",
                "08:00-20:00 | 08:00-08:00 | restriction_hours is '08:00-08:00'",
                "Z002 | Z009 | line 8: parameters.affected_zones is 'Z009'; allowed are Z001, Z002, Z003",
                "Z002 | Z001 | affected_zones is 'Z001', which is there twice",
                "\"emergency\" | \"emergncy\" | did you mean 'emergency'?",
                "\"num_agents\": 15000 | \"num_agents\": 100001 | line 12: simulation_config.num_agents is 100001; allowed are whole numbers from 100 to 100000",
                "\"num_agents\": 15000 | \"num_agents\": NaN | num_agents is NaN",
                "\"time_step_hours\": 1 | \"time_step_hours\": 2 | time_step_hours is 2; allowed is 1",
                "\"monte_carlo_runs\": 1000 | \"monte_carlo_runs\": 0 | monte_carlo_runs is 0; allowed are whole numbers from 2 to 100000",
                "\"description\" | \"descripton\" | descripton is no known field",
                "odd_even_vehicle_scheme | odd_evn_vehicle_scheme | scenario_name is 'odd_evn_vehicle_scheme', which names no intervention",
                "\"exemptions\" | \"exceptions\" | parameters.exceptions is no known field",
                "\"start_date\": \"2026-03-01\", | '' | parameters.start_date is missing"
            })
    void whatCannotBeUsedIsRefused(String before, String after, String told) {
        assertThatThrownBy(() -> read(DESIGN.replaceFirst(before, after)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("s.json, line ")
                .hasMessageContaining(told);
    }

    @Test
    void allProblemsAreTold() {
        String text = DESIGN.replace("30,", "0,").replace("Z003", "Z03").replace("1000\n", "-5\n");
        assertThatThrownBy(() -> read(text))
                .message()
                .hasLineCount(3)
                .contains("duration_days is 0", "'Z03'", "monte_carlo_runs is -5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"odd_evn\"} | interventions[0].type is 'odd_evn'; allowed are",
                "{} | interventions[0].type is missing",
                "{\"type\": \"road_closure\"} | interventions[0].roads is missing",
                "{\"type\": \"road_closure\", \"roads\": [\"R999\"]} | interventions[0].roads is 'R999'",
                "{\"type\": \"road_closure\", \"roads\": []} | with nothing in it",
                "{\"type\": \"bus_service\"} | frequency_change_percent is missing",
                "{\"type\": \"water_schedule\"} | supply_hours is missing",
                "{\"type\": \"industry_curb\", \"emission_change_percent\": -101} | allowed are numbers from -100 to 100",
                "{\"type\": \"leak_repair\", \"leak_change_percent\": -10, \"rods\": []} | interventions[0].rods is no known field",
                "7 | interventions is 7, which it has in it; allowed are objects"
            })
    void anInterventionThatCannotBeUsedIsRefused(String intervention, String told) {
        assertThatThrownBy(() -> withInterventions(intervention))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(told);
    }

    @Test
    void factorsThatMultiplyBeyondAllMeasureAreRefused() {
        String doubled = "{\"type\": \"bus_service\", \"frequency_change_percent\": 1900}";
        assertThatThrownBy(() -> withInterventions(doubled + "," + doubled))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("interventions[1] with those before it makes a policy")
                .hasMessageContaining(
                        "frequency factor is 400.0; allowed are numbers from 0.0 to 20.0");
    }

    @Test
    void anEmptyListOfInterventionsIsRefused() {
        assertThatThrownBy(() -> withInterventions(""))
                .hasMessageContaining("interventions is a list with nothing in it");
    }
}
