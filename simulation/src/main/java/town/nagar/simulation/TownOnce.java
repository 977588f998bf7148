package town.nagar.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A town that is made or read when it is first asked for, and once; of one thread. */
final class TownOnce {
    private final Making making;
    private final List<PlannedTown> made = new ArrayList<>(1);

    /** How the town is come by. */
    @FunctionalInterface
    interface Making {
        PlannedTown make() throws IOException;
    }

    TownOnce(Making making) {
        this.making = making;
    }

    /**
     * The town.
     *
     * @throws UncheckedIOException if its folder cannot be read
     * @throws town.nagar.simulation.input.InputException if a file in it is wrong
     */
    PlannedTown get() {
        if (made.isEmpty()) {
            try {
                made.add(making.make());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made.getFirst();
    }
}
