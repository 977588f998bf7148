package town.nagar.ingestion.door;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What became of a message: one outcome an item, in their order.
 *
 * @param batch whether the message was an array, even of one
 */
public record Intake(List<Outcome> outcomes, boolean batch) {
    public Intake {
        outcomes = List.copyOf(outcomes);
    }

    /** Completed when all outcomes are settled; failed if any must be sent again. */
    public CompletableFuture<Void> settled() {
        if (outcomes.size() == 1) {
            return outcomes.getFirst().settled();
        }
        return CompletableFuture.allOf(
                outcomes.stream().map(Outcome::settled).toArray(CompletableFuture<?>[]::new));
    }
}
