package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.water.network.Link;
import town.nagar.engine.water.network.Network;

/** Water is neither made nor lost. */
final class MassConservationTest {
    @Seeds(30)
    void whatFlowsIntoANodeFlowsOutAtEveryReport(long seed) {
        String formula = seed % 3 == 0 ? "D-W" : seed % 3 == 1 ? "H-W" : "C-M";
        Solved solved = Solved.of(RandomNetwork.inp(seed, formula));
        Network network = solved.network();
        assertThat(solved.results().count()).isEqualTo(9);
        for (int report = 0; report < 9; report++) {
            double[] balance = new double[network.nodes().size()];
            for (int k = 0; k < network.links().size(); k++) {
                Link link = network.links().get(k);
                balance[link.from()] -= solved.results().flowM3PerSecond(report, k);
                balance[link.to()] += solved.results().flowM3PerSecond(report, k);
            }
            for (int i = 0; i < balance.length; i++) {
                assertThat(balance[i])
                        .as("report %d, node %s", report, network.nodes().get(i).id())
                        .isCloseTo(solved.results().demandM3PerSecond(report, i), within(1e-7));
            }
        }
    }

    @Seeds(10)
    void aTankHoldsWhatFlowedIntoIt(long seed) {
        Network network = Solved.network(RandomNetwork.inp(seed, "H-W"));
        HydraulicSolver solver = new HydraulicSolver(network);
        int tank = network.nodeIndex("tank");
        double area = Math.PI * 40 * 40 / 4;
        double[] demand = new double[network.junctionCount()];
        Arrays.fill(demand, 0.002);
        for (int hour = 0; hour < 24; hour++) {
            solver.advance(demand, 3600);
            assertThat(area * (solver.headMetres(tank) - 63))
                    .isCloseTo(solver.suppliedM3(tank), within(1.0)); // rounded to the second
        }
    }

    @Seeds(10)
    void aRunDoneAgainGivesTheSameBits(long seed) {
        HydraulicRun run = HydraulicRun.prepare(Solved.network(RandomNetwork.inp(seed, "H-W")));
        HydraulicResults first = run.simulate();
        HydraulicResults second = run.simulate();
        for (int i = 0; i < first.network().nodes().size(); i++) {
            assertThat(second.headMetres(8, i)).isEqualTo(first.headMetres(8, i));
        }
    }
}
