package town.nagar.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.traffic.tntp.Tntp;

/**
 * Best known solutions of Transportation Networks for Research (bstabler/TransportationNetworks),
 * whose files are for research and so not kept here: the folder {@code
 * $NAGAR_DATA_FILES/assignment} has them, or the tests are left out.
 */
final class C01_PublishedNetworksTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SiouxFalls, 0, 0, 4231335.28710744, 7480225.344921",
        "Anaheim, 0, 0, 1286032.1710960327, 1419913.851059",
        "ChicagoSketch, 0.02, 0.04, 17313018.7387477, 18935450.261585"
    })
    void objectiveAndFlowsAreThePublishedOnes(
            String name,
            double tollFactor,
            double distanceFactor,
            double objective,
            double totalTravelTime)
            throws IOException {
        var network = Tntp.readNetwork(data(name + "_net.tntp"));
        var trips = Tntp.readTrips(data(name + "_trips.tntp"));
        var minded = new GeneralisedCost(tollFactor, distanceFactor);
        var result = Assignment.of(network, minded, Principle.USER_EQUILIBRIUM).solve(trips, 1e-12);
        assertThat(result.targetReached()).isTrue();
        assertThat(result.objective()).isCloseTo(objective, within(1e-12 * objective));
        assertThat(result.totalTravelTime())
                .isCloseTo(totalTravelTime, within(1e-9 * totalTravelTime));
        requireFlows(network, result, Files.readAllLines(data(name + "_flow.tntp")));
    }

    private static void requireFlows(
            RoadNetwork network, AssignmentResult result, List<String> published) {
        int compared = 0;
        for (String row : published.subList(1, published.size())) {
            String[] field = row.strip().split("\\s+", -1);
            if (field.length >= 3) {
                int link = find(network, Integer.parseInt(field[0]), Integer.parseInt(field[1]));
                double flow = Double.parseDouble(field[2]);
                assertThat(result.flow(link)).isCloseTo(flow, within(1e-4 * Math.max(1, flow)));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(network.links().size());
    }

    private static int find(RoadNetwork network, int from, int to) {
        for (int link = 0; link < network.links().size(); link++) {
            RoadLink road = network.links().get(link);
            if (road.from() == from && road.to() == to) {
                return link;
            }
        }
        throw new AssertionError("no link " + from + "-" + to);
    }

    private static Path data(String name) {
        Optional<Path> file =
                Optional.ofNullable(System.getenv("NAGAR_DATA_FILES"))
                        .map(folder -> Path.of(folder, "assignment", name))
                        .filter(Files::exists);
        assumeTrue(file.isPresent(), "needs $NAGAR_DATA_FILES/assignment/" + name);
        return file.orElseThrow();
    }
}
