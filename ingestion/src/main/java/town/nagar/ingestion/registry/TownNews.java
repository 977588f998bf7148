package town.nagar.ingestion.registry;

import java.util.concurrent.CompletableFuture;

/**
 * The word that the topic {@code reference} holds the town's sensors, so that none of them is taken
 * for a stranger.
 *
 * @param told completes when Kafka has them
 */
public record TownNews(CompletableFuture<Void> told) {
    /** No town is to be told of: whatever the topic holds is all there is. */
    public static TownNews none() {
        return new TownNews(CompletableFuture.completedFuture(null));
    }

    void await() {
        told.join();
    }
}
