package town.nagar.checks.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.checks.reference.TrafficReference;
import town.nagar.engine.traffic.Assignment;
import town.nagar.engine.traffic.AssignmentResult;
import town.nagar.engine.traffic.RoadLink;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.engine.traffic.TripTable;

/** User equilibria: Braess' bridge, and the networks of a folder. */
final class TrafficChapter {
    private static final double GAP = 1e-12;

    /** Beckmann's objective and total travel time at the best known solution. */
    private static final Map<String, double[]> BEST_KNOWN =
            Map.of(
                    "SiouxFalls", new double[] {4231335.28710744, 7480225.344921},
                    "Anaheim", new double[] {1286032.1710960327, 1419913.851059},
                    "ChicagoSketch", new double[] {17313018.7387477, 18935450.261585});

    private TrafficChapter() {}

    static Chapter write(Optional<Path> data) throws IOException {
        List<Comparison> rows = new ArrayList<>();
        braess(true, "with the bridge", 386.00000008, 552.00000002, 92, rows);
        braess(false, "without the bridge", 399.00000006, 498.00000006, 83, rows);
        Optional<Path> folder =
                data.map(all -> all.resolve("assignment")).filter(Files::isDirectory);
        if (folder.isPresent()) {
            for (TrafficReference network : TrafficReference.list(folder.orElseThrow())) {
                if (network.flowFile().isPresent()) {
                    published(network, rows);
                }
            }
        }
        return Chapter.of(
                "Traffic assignment",
                """
                Braess, Unternehmensforschung 12 (1968) 258-268: a new bridge makes everybody slower. SiouxFalls,
                Anaheim and ChicagoSketch: best known solutions of Transportation Networks for Research
                (bstabler/TransportationNetworks; for research, so the files are no part of Nagar), solved to a
                relative gap of 1e-12.\
                """,
                rows);
    }

    private static void braess(
            boolean bridge,
            String name,
            double objective,
            double total,
            double path,
            List<Comparison> rows) {
        List<RoadLink> links = new ArrayList<>();
        links.add(linear(1, 3, 1e-8, 10));
        links.add(linear(1, 4, 50, 1));
        links.add(linear(3, 2, 50, 1));
        links.add(linear(4, 2, 1e-8, 10));
        if (bridge) {
            links.add(linear(3, 4, 10, 1));
        }
        TripTable six = TripTable.builder(2).add(1, 2, 6).build();
        AssignmentResult result = Assignment.of(RoadNetwork.of(2, 4, 1, links)).solve(six, GAP);
        String of = "Braess " + name + ": ";
        rows.add(Comparison.within(of + "objective", objective, result.objective(), 1e-7));
        rows.add(
                Comparison.within(of + "total travel time", total, result.totalTravelTime(), 1e-6));
        rows.add(
                Comparison.within(
                        of + "time of a path", path, result.cost(0) + result.cost(2), 1e-6));
    }

    /** Time = free + slope times flow. */
    private static RoadLink linear(int from, int to, double free, double slope) {
        return new RoadLink(from, to, 1, 0, free, slope / free, 1, 0);
    }

    private static void published(TrafficReference network, List<Comparison> rows)
            throws IOException {
        AssignmentResult result = network.assignment().solve(network.trips(), GAP);
        double[] best =
                BEST_KNOWN.getOrDefault(
                        network.name(),
                        new double[] {network.objective(network.flows()), Double.NaN});
        String of = network.name() + ": ";
        rows.add(Comparison.withinShare(of + "objective", best[0], result.objective(), 1e-9));
        if (!Double.isNaN(best[1])) {
            rows.add(
                    Comparison.withinShare(
                            of + "total travel time", best[1], result.totalTravelTime(), 1e-9));
        }
        rows.add(
                Comparison.error(
                        of + "largest relative difference of a link's flow",
                        network.largestFlowDifference(result),
                        1e-4));
    }
}
