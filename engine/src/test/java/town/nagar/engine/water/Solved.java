package town.nagar.engine.water;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import town.nagar.engine.water.inp.InpReader;
import town.nagar.engine.water.network.Network;

/** A network written in a test and solved, with its parts looked up by name. */
record Solved(Network network, HydraulicResults results) {
    static Network network(String inp) {
        try {
            return InpReader.read(new StringReader(inp), "test.inp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Solved of(String inp) {
        Network network = network(inp);
        return new Solved(network, HydraulicRun.simulate(network));
    }

    static Solved of(String inp, Leak... leaks) {
        Network network = network(inp);
        return new Solved(network, HydraulicRun.prepare(network, List.of(leaks)).simulate());
    }

    double head(String node) {
        return head(0, node);
    }

    double head(int report, String node) {
        return results.headMetres(report, network.nodeIndex(node));
    }

    double pressure(String node) {
        return results.pressureMetres(0, network.nodeIndex(node));
    }

    /** Litres a second. */
    double flow(String link) {
        return flow(0, link);
    }

    double flow(int report, String link) {
        return 1000 * results.flowM3PerSecond(report, network.linkIndex(link));
    }

    /** Litres a second. */
    double demand(int report, String node) {
        return 1000 * results.demandM3PerSecond(report, network.nodeIndex(node));
    }

    boolean isOpen(int report, String link) {
        return results.isOpen(report, network.linkIndex(link));
    }

    List<String> warnings() {
        return results.diagnoses().stream().map(d -> d.sentence(network.units())).toList();
    }
}
