package town.nagar.ingestion.door;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.DeadLetter;
import town.nagar.ingestion.publish.Outlet;

/** Writes dead letters; what is sent in again from them is not written a second time. */
final class Refusals {
    /** Longest original that is kept; Kafka takes records up to 1 MiB. */
    static final int MAX_ORIGINAL = 600_000;

    private final Outlet outlet;
    private final IngestIds ids;

    Refusals(Outlet outlet, IngestIds ids) {
        this.outlet = outlet;
        this.ids = ids;
    }

    Outcome.Refused refuse(
            Origin origin,
            String sensorId,
            Reason reason,
            String message,
            byte[] original,
            long nowMillis) {
        long id = ids.next();
        boolean whole = original.length <= MAX_ORIGINAL;
        byte[] kept = whole ? original : Arrays.copyOf(original, MAX_ORIGINAL);
        String said = whole ? message : message + " (original cut to its first 600000 bytes)";
        DeadLetter letter =
                new DeadLetter(
                        id,
                        Instant.ofEpochMilli(nowMillis),
                        origin.route().word(),
                        origin.source(),
                        origin.domain(),
                        origin.address(),
                        reason.word(),
                        said,
                        Base64.getEncoder().encodeToString(kept));
        CompletableFuture<Void> settled =
                origin.replayed()
                        ? CompletableFuture.completedFuture(null)
                        : outlet.send(
                                Topics.DEAD_LETTER, origin.source(), ContractJson.write(letter));
        return new Outcome.Refused(sensorId, reason, said, id, settled);
    }
}
