package town.nagar.ingestion.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Sends records to Kafka as far as it settles them, none ahead of one that must be sent again. */
final class OrderedSending {
    private final Producer<String, byte[]> producer;

    OrderedSending(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Whether the same record would be refused again. */
    static boolean isHopeless(Exception e) {
        return e instanceof RecordTooLargeException || e instanceof SerializationException;
    }

    /**
     * What Kafka settled of the first records: empty where it took one, the reason where it refuses
     * one for good. The first goes ahead alone: while it is not settled, none behind it may be.
     */
    List<Optional<OutletException>> send(List<SpoolRecord> records) throws InterruptedException {
        List<Optional<OutletException>> settled = new ArrayList<>(records.size());
        if (!await(sending(records.getFirst()), settled)) {
            return settled;
        }
        for (CompletableFuture<Optional<OutletException>> sending :
                sendings(records.subList(1, records.size()))) {
            if (!await(sending, settled)) {
                return settled;
            }
        }
        return settled;
    }

    private List<CompletableFuture<Optional<OutletException>>> sendings(List<SpoolRecord> records) {
        List<CompletableFuture<Optional<OutletException>>> sendings = new ArrayList<>();
        for (SpoolRecord record : records) {
            CompletableFuture<Optional<OutletException>> sending = sending(record);
            sendings.add(sending);
            if (sending.isCompletedExceptionally()) {
                break;
            }
        }
        return sendings;
    }

    private static boolean await(
            CompletableFuture<Optional<OutletException>> sending,
            List<Optional<OutletException>> settled)
            throws InterruptedException {
        try {
            settled.add(sending.get());
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private CompletableFuture<Optional<OutletException>> sending(SpoolRecord record) {
        CompletableFuture<Optional<OutletException>> done = new CompletableFuture<>();
        try {
            var _ =
                    producer.send(
                            new ProducerRecord<>(record.topic(), record.key(), record.valueBytes()),
                            (metadata, e) -> settle(done, Optional.ofNullable(e)));
        } catch (KafkaException e) {
            settle(done, Optional.of(e));
        }
        return done;
    }

    private static void settle(
            CompletableFuture<Optional<OutletException>> done, Optional<Exception> failure) {
        if (failure.isEmpty()) {
            done.complete(Optional.empty());
        } else if (isHopeless(failure.get())) {
            done.complete(Optional.of(OutletException.refused(failure.get())));
        } else {
            done.completeExceptionally(failure.get());
        }
    }
}
