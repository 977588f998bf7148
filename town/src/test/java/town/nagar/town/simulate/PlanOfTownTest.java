package town.nagar.town.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.engine.town.plan.Holding;
import town.nagar.engine.town.plan.Road;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.plan.Zone;
import town.nagar.engine.traffic.Assignment;
import town.nagar.engine.traffic.AssignmentResult;
import town.nagar.engine.traffic.RoadLink;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.engine.traffic.TripTable;
import town.nagar.engine.water.HydraulicResults;
import town.nagar.engine.water.HydraulicRun;
import town.nagar.sample.folder.TownWriter;
import town.nagar.sample.generate.TownGenerator;
import town.nagar.simulation.PlannedTown;
import town.nagar.simulation.input.InputException;

class PlanOfTownTest {
    private static final PlannedTown SAMPLE = new TownFolders().sample();

    @TempDir private Path dir = Path.of("");

    @Test
    void everyWardHasItsPeopleAndAWayOntoTheRoads() {
        TownPlan plan = SAMPLE.plan();
        assertThat(plan.zones()).hasSize(14);
        assertThat(plan.residents()).isCloseTo(50_000, within(1e-6));
        for (Zone zone : plan.zones()) {
            assertThat(zone.roadNodes()).as(zone.id()).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void theRoadsOfTheFolderAreAllThere() {
        assertThat(SAMPLE.plan().roads()).hasSize(1_452);
        Road first = SAMPLE.plan().roads().getFirst();
        assertThat(first.id()).isEqualTo("R001");
        assertThat(first.capacityPcuPerHour()).isEqualTo(1_800);
        assertThat(first.freeKmPerHour()).isEqualTo(50);
    }

    @Test
    void aTripFromAnyWardReachesEveryOther() {
        TownPlan plan = SAMPLE.plan();
        AssignmentResult result = Assignment.of(network(plan)).solve(oneTripEachWay(plan), 1e-4);
        double demand = plan.zones().size() * (plan.zones().size() - 1.0);
        assertThat(arriving(plan, result)).isCloseTo(demand, within(1e-6));
    }

    /** Zones first, then crossings; a connector each way between a zone and its entries. */
    private static RoadNetwork network(TownPlan plan) {
        int zones = plan.zones().size();
        var links = new ArrayList<RoadLink>();
        for (Road road : plan.roads()) {
            double minutes = road.lengthMetres() / 1000 / road.freeKmPerHour() * 60;
            links.add(
                    new RoadLink(
                            zones + 1 + road.from(),
                            zones + 1 + road.to(),
                            road.capacityPcuPerHour(),
                            road.lengthMetres(),
                            minutes,
                            0.15,
                            4,
                            0));
        }
        for (int zone = 0; zone < zones; zone++) {
            for (int node : plan.zones().get(zone).roadNodes()) {
                links.add(new RoadLink(zone + 1, zones + 1 + node, 0, 0, 0, 0, 0, 0));
                links.add(new RoadLink(zones + 1 + node, zone + 1, 0, 0, 0, 0, 0, 0));
            }
        }
        return RoadNetwork.of(zones, zones + plan.nodes().size(), zones + 1, links);
    }

    private static TripTable oneTripEachWay(TownPlan plan) {
        int zones = plan.zones().size();
        var trips = TripTable.builder(zones);
        for (int from = 1; from <= zones; from++) {
            for (int to = 1; to <= zones; to++) {
                if (from != to) {
                    trips.add(from, to, 1);
                }
            }
        }
        return trips.build();
    }

    /** Trips on the connectors that lead into the zones. */
    private static double arriving(TownPlan plan, AssignmentResult result) {
        double sum = 0;
        int link = plan.roads().size();
        for (Zone zone : plan.zones()) {
            for (int entry = 0; entry < zone.roadNodes().size(); entry++) {
                sum += result.flow(link + 1);
                link += 2;
            }
        }
        return sum;
    }

    @Test
    void everyWardIsFedAndThePipesCanBeSolved() {
        TownPlan plan = SAMPLE.plan();
        assertThat(new HashSet<>(plan.water().zoneOfJunction()))
                .hasSize(plan.zones().size() + 1)
                .contains(-1);
        HydraulicResults results = HydraulicRun.simulate(plan.water().network());
        assertThat(results.diagnoses()).isEmpty();
    }

    @Test
    void farmsGrowWhatTheFieldsShowOnTheMeanHolding() {
        List<Holding> holdings = SAMPLE.plan().holdings();
        assertThat(holdings.stream().map(Holding::crop))
                .containsExactlyInAnyOrder(
                        "wheat",
                        "cotton",
                        "groundnut",
                        "potato",
                        "maize",
                        "sorghum",
                        "onion",
                        "kharif onion",
                        "late kharif onion");
        assertThat(SAMPLE.plan().commodities())
                .filteredOn(c -> c.crop().contains("onion"))
                .hasSize(1);
        assertThat(holdings.stream().mapToDouble(Holding::hectares).sum())
                .isCloseTo(200 * 1.08, within(1e-9));
        assertThat(SAMPLE.assumptions()).noneMatch(said -> said.contains("onion"));
    }

    @Test
    void aFolderGivesThePlanItWasWrittenFrom() throws IOException {
        Path folder = dir.resolve("town");
        TownWriter.write(TownGenerator.generate(2026, 50_000), folder);
        PlannedTown read = new TownFolders().read(folder);
        assertThat(read.plan().zones()).isEqualTo(SAMPLE.plan().zones());
        assertThat(read.plan().roads()).isEqualTo(SAMPLE.plan().roads());
        assertThat(read.plan().nodes()).isEqualTo(SAMPLE.plan().nodes());
        assertThat(read.plan().holdings()).isEqualTo(SAMPLE.plan().holdings());
        assertThat(read.plan().water().zoneOfJunction())
                .isEqualTo(SAMPLE.plan().water().zoneOfJunction());
    }

    @Test
    void aTownWithoutPipesGetsAMainForEachWard() throws IOException {
        Path folder = dir.resolve("town");
        TownWriter.write(TownGenerator.generate(3, 8_000), folder);
        Files.delete(folder.resolve("water.inp"));
        PlannedTown town = new TownFolders().read(folder);
        assertThat(town.plan().water().network().junctionCount())
                .isEqualTo(town.plan().zones().size());
        assertThat(town.assumptions()).anyMatch(said -> said.contains("no pipe network"));
    }

    @Test
    void aFolderThatIsNoTownIsRefused() {
        assertThatThrownBy(() -> new TownFolders().read(dir))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("town.json: missing");
    }

    @Test
    void aTownWithoutRoadsIsRefused() throws IOException {
        Path folder = dir.resolve("town");
        TownWriter.write(TownGenerator.generate(3, 8_000), folder);
        Path places = folder.resolve("places.jsonl");
        String others =
                Files.readAllLines(places).stream()
                        .filter(line -> !line.contains("\"kind\":\"ROAD\""))
                        .collect(Collectors.joining("\n"));
        Files.writeString(places, others);
        Path sensors = folder.resolve("sensors.jsonl");
        String elsewhere =
                Files.readAllLines(sensors).stream()
                        .filter(line -> !line.contains("\"place_id\":\"R"))
                        .collect(Collectors.joining("\n"));
        Files.writeString(sensors, elsewhere);
        assertThatThrownBy(() -> new TownFolders().read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no roads");
    }
}
