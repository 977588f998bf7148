package town.nagar.ingestion.door;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.DeadLetter;
import town.nagar.contracts.readings.Reading;
import town.nagar.contracts.readings.ReadingJson;
import town.nagar.ingestion.publish.Outlet;
import town.nagar.ingestion.publish.OutletException;

/** Keeps what was sent; can be told to refuse. */
public final class MemoryOutlet implements Outlet {
    public final List<Sent> sent = new ArrayList<>();
    public boolean refuses;

    public record Sent(String topic, String key, String text) {}

    private final List<Reading> readings = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    @Override
    public synchronized void send(
            String topic, String key, byte[] value, CompletableFuture<Void> done) {
        if (refuses) {
            done.completeExceptionally(new OutletException("told to refuse"));
            return;
        }
        sent.add(new Sent(topic, key, new String(value, java.nio.charset.StandardCharsets.UTF_8)));
        if (topic.equals(Topics.DEAD_LETTER)) {
            deadLetters.add(ContractJson.read(value, DeadLetter.class));
        } else if (!topic.equals(Topics.REFERENCE)) {
            readings.add(ReadingJson.read(value));
        }
        done.complete(null);
    }

    public synchronized List<Reading> readings() {
        return List.copyOf(readings);
    }

    public synchronized List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }
}
