package town.nagar.ingestion.door;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import town.nagar.contracts.readings.Flag;

/** What became of one item of a message. */
public sealed interface Outcome {
    /**
     * Completed when Kafka has what follows from the item: only then may its sender be told. Failed
     * if the item was not taken and must be sent again.
     */
    CompletableFuture<Void> settled();

    /** Checked, and on its way to Kafka. */
    record Accepted(
            String sensorId, long ingestId, Set<Flag> flags, CompletableFuture<Void> settled)
            implements Outcome {}

    /** Came before within ten seconds, with the same values; settled when the first one is. */
    record Duplicate(String sensorId, CompletableFuture<Void> settled) implements Outcome {}

    /** Put to the dead letters. */
    record Refused(
            String sensorId,
            Reason reason,
            String message,
            long deadLetterId,
            CompletableFuture<Void> settled)
            implements Outcome {}

    /** Nothing can be taken now; {@code settled} has failed. */
    record Postponed(String why, CompletableFuture<Void> settled) implements Outcome {}
}
