package town.nagar.simulation;

import java.io.IOException;
import java.nio.file.Path;
import town.nagar.simulation.input.InputException;

/** Where a simulation gets its town from. */
public interface TownSource {
    /** The sample town. */
    PlannedTown sample();

    /**
     * The town of a folder.
     *
     * @throws InputException if the folder is none, or a file in it is wrong
     * @throws IOException if it cannot be read
     */
    PlannedTown read(Path folder) throws IOException;
}
