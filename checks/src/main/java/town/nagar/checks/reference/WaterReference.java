package town.nagar.checks.reference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import town.nagar.engine.water.HydraulicsCommand;

/**
 * A water network, and the heads another program found for it where {@code X_nodes.csv} (time_s,
 * node, head, pressure, demand, in the units of the file) lies beside {@code X.inp}.
 */
public record WaterReference(String name, Path inp, Optional<Path> nodesFile) {
    private static final String NETWORK_END = ".inp";

    /** How far heads lie apart: the largest difference of how many, in the unit of the file. */
    public record Apart(double largest, int compared) {}

    /**
     * The networks of a folder, by name.
     *
     * @throws IOException if there is none
     */
    public static List<WaterReference> list(Path folder) throws IOException {
        List<WaterReference> all = inside(folder);
        if (all.isEmpty()) {
            throw new IOException("%s: no file *%s in it".formatted(folder, NETWORK_END));
        }
        return all;
    }

    private static List<WaterReference> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(NETWORK_END))
                    .sorted()
                    .map(WaterReference::of)
                    .toList();
        }
    }

    private static WaterReference of(Path inp) {
        String name = Objects.requireNonNull(inp.getFileName()).toString().replace(NETWORK_END, "");
        Path nodes = inp.resolveSibling(name + "_nodes.csv");
        return new WaterReference(name, inp, Optional.of(nodes).filter(Files::exists));
    }

    /**
     * Solves the network by our command and compares every head at every time.
     *
     * @throws IOException if there is nothing to compare with, or the network cannot be solved
     */
    public Apart compare() throws IOException {
        Path file = nodesFile.orElseThrow(() -> new IOException(name + ": no file of heads"));
        Map<String, Double> ours = solve();
        Map<String, Double> theirs = heads(file);
        double largest = 0;
        for (var head : theirs.entrySet()) {
            Double found = ours.get(head.getKey());
            if (found == null) {
                throw new IOException("%s: no head of ours at %s".formatted(name, head.getKey()));
            }
            largest = Math.max(largest, Math.abs(found - head.getValue()));
        }
        return new Apart(largest, theirs.size());
    }

    private Map<String, Double> solve() throws IOException {
        Path folder = Files.createTempDirectory("nagar-heads-");
        var said = new ByteArrayOutputStream();
        var quiet = new PrintStream(said, false, StandardCharsets.UTF_8);
        String[] args = {"--inp", inp.toString(), "--out", folder.toString()};
        try {
            if (HydraulicsCommand.run(args, quiet, quiet) != 0) {
                throw new IOException(said.toString(StandardCharsets.UTF_8));
            }
            return heads(folder.resolve("nodes.csv"));
        } finally {
            Files.deleteIfExists(folder.resolve("nodes.csv"));
            Files.deleteIfExists(folder.resolve("links.csv"));
            Files.deleteIfExists(folder);
        }
    }

    /** Heads by "time,node". */
    private static Map<String, Double> heads(Path nodes) throws IOException {
        Map<String, Double> heads = new TreeMap<>();
        List<String> lines = Files.readAllLines(nodes);
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(",", -1);
            heads.put(field[0] + "," + field[1], Double.parseDouble(field[2]));
        }
        return heads;
    }
}
