package town.nagar.checks.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.checks.reference.WaterReference;

/** Water networks of a folder, every head at every hour. */
final class WaterChapter {
    private static final double ALLOWED = 0.01;

    private WaterChapter() {}

    /** The chapter, or nothing if there is no folder of networks. */
    static Optional<Chapter> write(Optional<Path> data) throws IOException {
        Optional<Path> folder =
                data.map(all -> all.resolve("hydraulics")).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        List<Comparison> rows = new ArrayList<>();
        for (WaterReference network : WaterReference.list(folder.orElseThrow())) {
            if (network.nodesFile().isPresent()) {
                WaterReference.Apart apart = network.compare();
                rows.add(
                        Comparison.error(
                                "%s: largest difference of %,d heads, in the file's unit"
                                        .formatted(network.name(), apart.compared()),
                                apart.largest(),
                                ALLOWED));
            }
        }
        return Optional.of(
                Chapter.of(
                        "Water",
                        """
                        Heads at every node and hour of EPANET 2.3.5 (OWA; Rossman et al., EPANET 2.2 User Manual,
                        EPA/600/R-20/133) for its examples Net1 and Net3, Net1 with an emitter of 5 gpm/psi^0.5 at
                        node 22, and the Hanoi network (Fujiwara and Khang 1990).\
                        """,
                        rows));
    }
}
