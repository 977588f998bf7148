package town.nagar.ingestion.idempotency;

import java.time.Duration;

/** Remembers for a day what was answered under which key. */
public interface Idempotency extends AutoCloseable {
    /** How long an answer is kept. */
    Duration KEPT = Duration.ofHours(24);

    /** After this the work on a key counts as given up, as after a crash. */
    Duration LEASE = Duration.ofMinutes(2);

    /**
     * Claims a key for a payload.
     *
     * @param payloadHash tells payloads apart
     */
    Claim claim(String key, String payloadHash);

    /** Keeps the answer to a claimed key. */
    void finish(String key, String payloadHash, int status, String body);

    /** Gives a claimed key back: the caller may try again. */
    void abandon(String key);

    @Override
    void close();
}
