package town.nagar.engine.traffic.tntp;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import town.nagar.engine.traffic.Assignment;
import town.nagar.engine.traffic.AssignmentResult;
import town.nagar.engine.traffic.NoRouteException;
import town.nagar.engine.traffic.RoadLink;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.engine.traffic.TripTable;

/** The command {@code engine assign}: assigns a TNTP trip table to a TNTP network. */
public final class AssignCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final double NANOSECONDS = 1e9;

    private static final String HELP =
            """
            Assigns trips to the cheapest routes of a road network.

              engine assign --network FILE --trips FILE [options]

              --network FILE        roads, in TNTP format
              --trips FILE          trips between zones, in TNTP format
              --gap X               relative gap to reach, between 0 and 1 (1e-6)
              --toll-factor X       time that a unit of toll is worth (0)
              --distance-factor X   time that a unit of length is worth (0)
              --flows FILE          write init_node,term_node,flow,cost of every link as CSV
              --system-optimum      least total cost instead of user equilibrium
              --json                one JSON object instead of text
              --help                this text

            Prints objective, relative_gap, total_travel_time, iterations and seconds.
            Exit status: 0 done, 1 the work failed or the gap was not reached, 2 bad arguments
            or a bad file.
            """;

    private AssignCommand() {}

    /**
     * Runs the command.
     *
     * @param args see {@code --help}
     * @return 0 done, 1 the work failed or the gap was not reached, 2 bad arguments or a bad file
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, out, err, System::nanoTime);
    }

    /**
     * As {@link #run(String[], PrintStream, PrintStream)}, timed by a given clock.
     *
     * @param nanoseconds a clock of which only differences matter
     */
    static int run(String[] args, PrintStream out, PrintStream err, LongSupplier nanoseconds) {
        AssignOptions options;
        Path network;
        Path trips;
        try {
            options = AssignOptions.parse(args);
            if (options.has("--help")) {
                out.print(HELP);
                return DONE;
            }
            network = options.file("--network");
            trips = options.file("--trips");
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage() + "; see engine assign --help");
            return BAD_INPUT;
        }
        try {
            return assign(options, network, trips, out, err, nanoseconds);
        } catch (TntpException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        } catch (NoRouteException | UncheckedIOException failed) {
            err.println(failed.getMessage());
            return FAILED;
        }
    }

    private static int assign(
            AssignOptions options,
            Path networkFile,
            Path tripsFile,
            PrintStream out,
            PrintStream err,
            LongSupplier nanoseconds) {
        RoadNetwork network = Tntp.readNetwork(networkFile);
        TripTable trips = Tntp.readTrips(tripsFile);
        if (trips.zones() != network.zones()) {
            throw new TntpException(
                    "%s has %d zones but %s has %d"
                            .formatted(tripsFile, trips.zones(), networkFile, network.zones()));
        }
        long before = nanoseconds.getAsLong();
        AssignmentResult result =
                Assignment.of(network, options.minded(), options.principle())
                        .solve(trips, options.gap());
        double seconds = (nanoseconds.getAsLong() - before) / NANOSECONDS;
        requireFinite(networkFile, tripsFile, network, result);
        options.findFile("--flows").ifPresent(file -> FlowFile.write(file, network, result));
        out.println(options.has("--json") ? json(result, seconds) : text(result, seconds));
        return verdict(options, result, err);
    }

    /** Refuses trips and roads whose times or sums are beyond all numbers. */
    private static void requireFinite(
            Path networkFile, Path tripsFile, RoadNetwork network, AssignmentResult result) {
        for (int link = 0; link < network.links().size(); link++) {
            if (!Double.isFinite(result.cost(link))) {
                RoadLink road = network.links().get(link);
                throw new TntpException(
                        "%s: link %d-%d with capacity %s, B %s and power %s takes longer than any number for the trips of %s; allowed are values that keep its time finite"
                                .formatted(
                                        networkFile.getFileName(),
                                        road.from(),
                                        road.to(),
                                        road.capacity(),
                                        road.b(),
                                        road.power(),
                                        tripsFile.getFileName()));
            }
        }
        if (!Double.isFinite(result.relativeGap())) {
            throw new TntpException(
                    "%s: times of all trips of %s together are beyond any number; allowed are values that keep them finite"
                            .formatted(networkFile.getFileName(), tripsFile.getFileName()));
        }
    }

    private static int verdict(AssignOptions options, AssignmentResult result, PrintStream err) {
        if (result.targetReached()) {
            return DONE;
        }
        err.println(
                "relative gap %s was not reached; it is %s"
                        .formatted(options.gap(), result.relativeGap()));
        return FAILED;
    }

    private static String text(AssignmentResult result, double seconds) {
        return String.format(
                Locale.ROOT,
                """
                objective          %s
                relative_gap       %s
                total_travel_time  %s
                iterations         %d
                seconds            %.6f\
                """,
                result.objective(),
                result.relativeGap(),
                result.totalTravelTime(),
                result.rounds(),
                seconds);
    }

    private static String json(AssignmentResult result, double seconds) {
        return String.format(
                Locale.ROOT,
                "{\"objective\":%s,\"relative_gap\":%s,\"total_travel_time\":%s,"
                        + "\"iterations\":%d,\"seconds\":%.6f}",
                result.objective(),
                result.relativeGap(),
                result.totalTravelTime(),
                result.rounds(),
                seconds);
    }
}
