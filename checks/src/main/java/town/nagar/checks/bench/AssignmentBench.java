package town.nagar.checks.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import town.nagar.checks.reference.TrafficReference;
import town.nagar.engine.traffic.Assignment;
import town.nagar.engine.traffic.AssignmentResult;
import town.nagar.engine.traffic.GeneralisedCost;
import town.nagar.engine.traffic.TripTable;

/**
 * Traffic assignment: how near to the published equilibrium, and CPU time to three gaps.
 *
 * <p>Networks are the TNTP files of a folder ({@code X_net.tntp}, {@code X_trips.tntp}, and {@code
 * X_flow.tntp} to compare with), then the roads of a generated town.
 */
final class AssignmentBench {
    private static final double EXACT_GAP = 1e-10;
    private static final double[] GAPS = {1e-4, 1e-6, 1e-12};
    private static final int SEED = 2026;
    private static final int POPULATION = 50_000;
    private static final double TRIPS_PER_PERSON = 0.5;
    private static final double WARM_CHANGE = 1.02;

    /** CPU milliseconds of a reference solver in Java at the three gaps, as targets. */
    private static final Map<String, double[]> TO_BEAT =
            Map.of(
                    "SiouxFalls", new double[] {19, 42, 93},
                    "Anaheim", new double[] {5, 11, 47},
                    "ChicagoSketch", new double[] {720, 1130, 2990});

    private final Report report;
    private final Arguments arguments;

    AssignmentBench(Report report, Arguments arguments) {
        this.report = report;
        this.arguments = arguments;
    }

    void run() throws IOException {
        String data = arguments.word("data", "");
        if (!data.isEmpty()) {
            for (TrafficReference published : TrafficReference.list(Path.of(data))) {
                compare(published);
                time(published);
            }
        }
        var ours = GeneratedTraffic.of(SEED, POPULATION, TRIPS_PER_PERSON);
        var town =
                new TrafficReference(
                        "generated town of 50,000",
                        ours.network(),
                        ours.trips(),
                        GeneralisedCost.TIME,
                        Optional.empty());
        exact(town);
        time(town);
    }

    private AssignmentResult exact(TrafficReference town) {
        AssignmentResult result = town.assignment().solve(town.trips(), EXACT_GAP);
        report.figure(
                "%s: %d zones, %d links, %,d pairs: objective"
                        .formatted(
                                town.name(),
                                town.network().zones(),
                                town.network().links().size(),
                                town.trips().pairs()),
                String.format(Locale.ROOT, "%.7f", result.objective()),
                "");
        report.figure(
                town.name() + ": relative gap", "%.1e".formatted(result.relativeGap()), "1e-10");
        return result;
    }

    private void compare(TrafficReference published) throws IOException {
        AssignmentResult result = exact(published);
        if (published.flowFile().isEmpty()) {
            return;
        }
        double objective = published.objective(published.flows());
        report.figure(
                published.name() + ": objective over that of the published flows, less 1",
                String.format(Locale.ROOT, "%.1e", result.objective() / objective - 1),
                "1e-9");
        report.figure(
                published.name() + ": largest relative difference of a link's flow",
                String.format(Locale.ROOT, "%.1e", published.largestFlowDifference(result)),
                "1e-4");
    }

    private void time(TrafficReference town) {
        double[] targets = TO_BEAT.getOrDefault(town.name(), new double[0]);
        for (int n = 0; n < GAPS.length; n++) {
            time(town, GAPS[n], n < targets.length ? "%.0f ms".formatted(targets[n]) : "");
        }
    }

    private void time(TrafficReference town, double gap, String target) {
        int rounds = town.trips().pairs() > 20_000 ? 5 : 15;
        Rounds cold = Rounds.of(rounds, rounds, _ -> town.assignment().solve(town.trips(), gap));
        TripTable more = town.trips().scaled(WARM_CHANGE);
        Assignment assignment = town.assignment();
        assignment.solve(town.trips(), gap);
        Rounds warm =
                Rounds.of(
                        rounds,
                        rounds,
                        round -> assignment.solve(round % 2 == 0 ? more : town.trips(), gap));
        report.figure(
                "%s: CPU to gap %.0e, without a solution before".formatted(town.name(), gap),
                String.format(Locale.ROOT, "%s (the very first %.1f)", cold, cold.first()),
                target);
        report.figure(
                "%s: CPU to gap %.0e, after 2 %% more trips".formatted(town.name(), gap),
                warm.toString(),
                "");
    }
}
