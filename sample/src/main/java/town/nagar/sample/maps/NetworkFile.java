package town.nagar.sample.maps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import town.nagar.sample.folder.TownFolderException;

/** An EPANET input file, taken as it is once its nodes and links are found to fit together. */
final class NetworkFile {
    private static final Set<String> NODE_SECTIONS = Set.of("JUNCTIONS", "RESERVOIRS", "TANKS");
    private static final Set<String> LINK_SECTIONS = Set.of("PIPES", "PUMPS", "VALVES");

    private final Path file;
    private final Set<String> nodes = new HashSet<>();
    private final Map<String, Integer> links = new HashMap<>();
    private int sources;

    private NetworkFile(Path file) {
        this.file = file;
    }

    /**
     * What a network file holds.
     *
     * @param text all of it
     */
    record Network(String text, int nodes, int links) {}

    /**
     * Reads and checks a file.
     *
     * @throws TownFolderException if it is no network; the message names line and id
     */
    static Network read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = OsmFile.open(file)) {
            bytes = in.readAllBytes();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        NetworkFile network = new NetworkFile(file);
        network.check(text.lines().toList());
        return new Network(text, network.nodes.size(), network.links.size());
    }

    private void check(List<String> lines) throws TownFolderException {
        forEachRow(lines, NODE_SECTIONS, this::addNode);
        forEachRow(lines, LINK_SECTIONS, this::addLink);
        if (nodes.isEmpty() || links.isEmpty()) {
            throw new TownFolderException(
                    "%s: is no EPANET network: %d nodes and %d links"
                            .formatted(file, nodes.size(), links.size()));
        }
        if (sources == 0) {
            throw new TownFolderException("%s: has neither reservoir nor tank".formatted(file));
        }
    }

    @FunctionalInterface
    private interface Row {
        void take(String section, String[] cells, int line) throws TownFolderException;
    }

    private static void forEachRow(List<String> lines, Set<String> sections, Row row)
            throws TownFolderException {
        String section = "";
        for (int line = 1; line <= lines.size(); line++) {
            String text = lines.get(line - 1).replaceFirst(";.*", "").strip();
            if (text.startsWith("[")) {
                section = text.replaceAll("[\\[\\]]", "").strip().toUpperCase(Locale.ROOT);
            } else if (!text.isEmpty() && sections.contains(section)) {
                row.take(section, text.split("\\s+"), line);
            }
        }
    }

    private void addNode(String section, String[] cells, int line) throws TownFolderException {
        if (!nodes.add(cells[0])) {
            throw wrong(line, "node '%s' is there twice".formatted(cells[0]));
        }
        sources += section.equals("JUNCTIONS") ? 0 : 1;
    }

    private void addLink(String section, String[] cells, int line) throws TownFolderException {
        if (cells.length < 3) {
            throw wrong(line, "%s: a link has an id and two nodes".formatted(section));
        }
        if (links.putIfAbsent(cells[0], line) != null) {
            throw wrong(line, "link '%s' is there twice".formatted(cells[0]));
        }
        for (String node : List.of(cells[1], cells[2])) {
            if (!nodes.contains(node)) {
                throw wrong(line, "link '%s': there is no node '%s'".formatted(cells[0], node));
            }
        }
    }

    private TownFolderException wrong(int line, String reason) {
        return new TownFolderException("%s:%d: %s".formatted(file, line, reason));
    }
}
