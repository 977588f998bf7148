package town.nagar.ingestion.publish;

import java.util.concurrent.CompletableFuture;

/** The way out: keeps a record until Kafka has it. */
public interface Outlet {
    /**
     * Sends a record.
     *
     * @param done completed when Kafka has the record; failed with {@link OutletException} if it
     *     was not taken and must be sent again
     */
    void send(String topic, String key, byte[] value, CompletableFuture<Void> done);

    /** Sends a record and gives what tells of its arrival. */
    default CompletableFuture<Void> send(String topic, String key, byte[] value) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        send(topic, key, value, done);
        return done;
    }
}
