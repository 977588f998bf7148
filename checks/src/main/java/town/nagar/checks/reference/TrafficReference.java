package town.nagar.checks.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import town.nagar.engine.traffic.Assignment;
import town.nagar.engine.traffic.AssignmentResult;
import town.nagar.engine.traffic.GeneralisedCost;
import town.nagar.engine.traffic.Principle;
import town.nagar.engine.traffic.RoadLink;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.engine.traffic.TripTable;
import town.nagar.engine.traffic.tntp.Tntp;

/** A published network with its trips, what they mind and, if there is such a file, its flows. */
public record TrafficReference(
        String name,
        RoadNetwork network,
        TripTable trips,
        GeneralisedCost minded,
        Optional<Path> flowFile) {
    private static final String NETWORK_END = "_net.tntp";

    /** Networks whose publisher counts tolls and lengths in, with the factors it gives. */
    private static final Map<String, GeneralisedCost> MINDED =
            Map.of("ChicagoSketch", new GeneralisedCost(0.02, 0.04));

    /**
     * The networks {@code X_net.tntp} of a folder, by name, with {@code X_trips.tntp}.
     *
     * @throws IOException if there is none
     */
    public static List<TrafficReference> list(Path folder) throws IOException {
        List<TrafficReference> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path net :
                    files.filter(f -> f.toString().endsWith(NETWORK_END)).sorted().toList()) {
                all.add(read(net));
            }
        }
        if (all.isEmpty()) {
            throw new IOException("%s: no file *%s in it".formatted(folder, NETWORK_END));
        }
        return all;
    }

    private static TrafficReference read(Path net) {
        String name = Objects.requireNonNull(net.getFileName()).toString().replace(NETWORK_END, "");
        return new TrafficReference(
                name,
                Tntp.readNetwork(net),
                Tntp.readTrips(net.resolveSibling(name + "_trips.tntp")),
                MINDED.getOrDefault(name, GeneralisedCost.TIME),
                Optional.of(net.resolveSibling(name + "_flow.tntp")).filter(Files::exists));
    }

    /** A user equilibrium of these trips, not yet solved. */
    public Assignment assignment() {
        return Assignment.of(network, minded, Principle.USER_EQUILIBRIUM);
    }

    /**
     * Published flows in the order of the links.
     *
     * @throws IOException if there are none, or a link has none
     */
    public double[] flows() throws IOException {
        Path file = flowFile.orElseThrow(() -> new IOException(name + ": no file of flows"));
        Map<String, Double> byEnds = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] field = line.strip().split("\\s+", -1);
            if (field.length >= 3 && Character.isDigit(field[0].charAt(0))) {
                byEnds.put(field[0] + "-" + field[1], Double.parseDouble(field[2]));
            }
        }
        var flows = new double[network.links().size()];
        for (int link = 0; link < flows.length; link++) {
            RoadLink road = network.links().get(link);
            String ends = road.from() + "-" + road.to();
            if (!byEnds.containsKey(ends)) {
                throw new IOException("%s: no flow of link %s".formatted(file, ends));
            }
            flows[link] = byEnds.getOrDefault(ends, Double.NaN);
        }
        return flows;
    }

    /** Beckmann's objective of flows: the sum over links of the cost's integral up to the flow. */
    public double objective(double[] flows) {
        double sum = 0;
        for (int link = 0; link < flows.length; link++) {
            RoadLink road = network.links().get(link);
            double fixed =
                    minded.tollFactor() * road.toll() + minded.distanceFactor() * road.length();
            double crowded =
                    road.b() > 0 && road.capacity() > 0
                            ? road.b() * StrictMath.pow(flows[link] / road.capacity(), road.power())
                            : 0;
            double mean = road.freeFlowTime() * (1 + crowded / (road.power() + 1)) + fixed;
            sum += flows[link] * mean;
        }
        return sum;
    }

    /** The largest difference of a link's flow from the published one, over the flow or over 1. */
    public double largestFlowDifference(AssignmentResult result) throws IOException {
        double[] published = flows();
        double largest = 0;
        for (int link = 0; link < published.length; link++) {
            double apart = Math.abs(result.flow(link) - published[link]);
            largest = Math.max(largest, apart / Math.max(1, published[link]));
        }
        return largest;
    }
}
