package town.nagar.engine.traffic.tntp;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import town.nagar.engine.traffic.AssignmentResult;
import town.nagar.engine.traffic.RoadLink;
import town.nagar.engine.traffic.RoadNetwork;

/** Link flows as CSV: init_node,term_node,flow,cost, a row a link in the network's order. */
final class FlowFile {
    private FlowFile() {}

    /**
     * Writes beside the file first and then moves, so that nobody ever sees half a file.
     *
     * @throws UncheckedIOException naming the file and why it cannot be written
     */
    static void write(Path file, RoadNetwork network, AssignmentResult result) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path draft = Files.createTempFile(folder, ".flows", ".csv");
            try {
                writeRows(draft, network, result);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "%s cannot be written: %s".formatted(file, failed.getMessage()), failed);
        }
    }

    private static void writeRows(Path draft, RoadNetwork network, AssignmentResult result)
            throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(draft)) {
            writer.write("init_node,term_node,flow,cost\n");
            int index = 0;
            for (RoadLink link : network.links()) {
                writer.write(link.from() + "," + link.to() + ",");
                writer.write(result.flow(index) + "," + result.cost(index) + "\n");
                index++;
            }
        }
    }
}
