package town.nagar.engine.traffic.tntp;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import town.nagar.engine.traffic.RoadLink;
import town.nagar.engine.traffic.RoadNetwork;
import town.nagar.engine.traffic.TripTable;

/**
 * Reads networks and trip tables in the TNTP format of the Transportation Networks for Research
 * repository.
 *
 * <p>Lines that start with {@code ~} are comments; {@code ;} may touch the last number of a row.
 */
public final class Tntp {
    private static final int MOST_ZONES = 100_000;
    private static final int MOST_NODES = 10_000_000;

    private Tntp() {}

    /**
     * Reads a network file: NUMBER OF ZONES, NUMBER OF NODES, FIRST THRU NODE (1 if absent), NUMBER
     * OF LINKS (checked if present), then a row a link of init node, term node, capacity, length,
     * free flow time, B, power, speed (left unread), toll and anything more (left unread); or in
     * the order in which a comment above them names init_node, term_node, capacity, length,
     * free_flow_time, b, power and toll.
     *
     * @throws TntpException naming file, line, field, value and what is allowed
     */
    public static RoadNetwork readNetwork(Path file) {
        return read(file, Tntp::readNetwork);
    }

    /**
     * As {@link #readNetwork(Path)}, from any source of text.
     *
     * @param name of the source, for messages
     */
    public static RoadNetwork readNetwork(Reader source, String name) {
        var lines = new TntpLines(source, name);
        int zones = lines.required("NUMBER OF ZONES", MOST_ZONES);
        int nodes = lines.required("NUMBER OF NODES", MOST_NODES);
        int firstThrough = lines.find("FIRST THRU NODE", MOST_NODES + 1).orElse(1);
        var links = new ArrayList<RoadLink>();
        var columns = LinkColumns.USUAL;
        while (lines.advance()) {
            columns = columns.named(lines.takeComment());
            links.add(link(lines, columns, nodes));
        }
        requireCount(lines, name, links);
        try {
            return RoadNetwork.of(zones, nodes, firstThrough, links);
        } catch (IllegalArgumentException wrong) {
            throw new TntpException("%s: %s".formatted(name, wrong.getMessage()), wrong);
        }
    }

    private static RoadLink link(TntpLines lines, LinkColumns columns, int nodes) {
        String[] row = lines.text().replace(';', ' ').strip().split("\\s+", -1);
        if (row.length < columns.least()) {
            throw lines.error(
                    "has %d columns; a link needs %s".formatted(row.length, columns.told()));
        }
        int from = lines.whole("init node", columns.get("init_node", row), 1, nodes);
        int to = lines.whole("term node", columns.get("term_node", row), 1, nodes);
        double capacity = lines.notNegative("capacity", columns.get("capacity", row));
        double length = lines.notNegative("length", columns.get("length", row));
        double time = lines.notNegative("free flow time", columns.get("free_flow_time", row));
        double b = lines.notNegative("B", columns.get("b", row));
        double power = lines.notNegative("power", columns.get("power", row));
        double toll = lines.notNegative("toll", columns.get("toll", row));
        try {
            return new RoadLink(from, to, capacity, length, time, b, power, toll);
        } catch (IllegalArgumentException wrong) {
            throw lines.error(String.valueOf(wrong.getMessage()));
        }
    }

    private static void requireCount(TntpLines lines, String name, List<RoadLink> links) {
        int promised = lines.find("NUMBER OF LINKS", Integer.MAX_VALUE).orElse(links.size());
        if (promised != links.size()) {
            throw new TntpException(
                    "%s: <NUMBER OF LINKS> is %d, but there are %d rows"
                            .formatted(name, promised, links.size()));
        }
    }

    /**
     * Reads a trip file: NUMBER OF ZONES, then for each origin a line {@code Origin n} and entries
     * {@code destination : trips;}.
     *
     * @throws TntpException naming file, line, field, value and what is allowed
     */
    public static TripTable readTrips(Path file) {
        return read(file, Tntp::readTrips);
    }

    /**
     * As {@link #readTrips(Path)}, from any source of text.
     *
     * @param name of the source, for messages
     */
    public static TripTable readTrips(Reader source, String name) {
        var lines = new TntpLines(source, name);
        int zones = lines.required("NUMBER OF ZONES", MOST_ZONES);
        var table = TripTable.builder(zones);
        int origin = 0;
        while (lines.advance()) {
            if (startsOrigin(lines.text())) {
                String zone = lines.text().substring("Origin".length()).strip();
                origin = lines.whole("origin", zone, 1, zones);
            } else if (origin == 0) {
                throw lines.error(
                        "is '%s'; allowed first is a line 'Origin n'".formatted(lines.text()));
            } else {
                addEntries(lines, origin, zones, table);
            }
        }
        return table.build();
    }

    private static boolean startsOrigin(String text) {
        return text.regionMatches(true, 0, "Origin", 0, "Origin".length());
    }

    private static void addEntries(
            TntpLines lines, int origin, int zones, TripTable.Builder table) {
        String text = lines.text();
        for (int from = 0; from < text.length(); ) {
            int semicolon = text.indexOf(';', from);
            int until = semicolon < 0 ? text.length() : semicolon;
            String entry = text.substring(from, until).strip();
            if (!entry.isEmpty()) {
                addEntry(lines, origin, zones, entry, table);
            }
            from = until + 1;
        }
    }

    private static void addEntry(
            TntpLines lines, int origin, int zones, String entry, TripTable.Builder table) {
        int colon = entry.indexOf(':');
        if (colon < 0) {
            throw lines.error(
                    "has the entry '%s'; allowed is 'destination : trips'".formatted(entry));
        }
        int destination = lines.whole("destination", entry.substring(0, colon).strip(), 1, zones);
        double trips = lines.notNegative("trips", entry.substring(colon + 1).strip());
        table.add(origin, destination, trips);
    }

    private static <T> T read(Path file, BiFunction<Reader, String, T> format) {
        String name = String.valueOf(file.getFileName());
        try (Reader reader = Files.newBufferedReader(file)) {
            return format.apply(reader, name);
        } catch (NoSuchFileException missing) {
            throw new TntpException("%s does not exist".formatted(file), missing);
        } catch (IOException unreadable) {
            throw new TntpException(
                    "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }
}
