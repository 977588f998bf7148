package town.nagar.ingestion.deadletters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.DeadLetter;
import town.nagar.ingestion.door.Door;
import town.nagar.ingestion.door.Origin;
import town.nagar.ingestion.door.Outcome;
import town.nagar.ingestion.door.Reason;
import town.nagar.ingestion.door.Route;
import town.nagar.ingestion.mapping.MappedFile;
import town.nagar.ingestion.mapping.MappedItem;
import town.nagar.ingestion.mapping.Mapping;
import town.nagar.ingestion.mapping.MappingException;
import town.nagar.ingestion.mapping.Mappings;
import town.nagar.ingestion.mqtt.MqttTopic;

/** Sends a letter's original through the door again, with today's mapping and registry. */
final class Replay {
    private static final long PATIENCE_SECONDS = 10;

    private final Door door;
    private final Path mappings;

    Replay(Door door, Path mappings) {
        this.door = door;
        this.mappings = mappings;
    }

    /** What came of it. */
    record Result(KeptLetter.State state, String text) {}

    /**
     * Sends a letter in.
     *
     * @return empty if Kafka does not take it now
     */
    java.util.Optional<Result> send(KeptLetter kept) throws InterruptedException {
        List<Outcome> outcomes;
        try {
            outcomes = outcomes(kept);
        } catch (MappingException e) {
            return failedAgain(String.valueOf(e.getMessage()));
        }
        for (Outcome outcome : outcomes) {
            try {
                outcome.settled().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                return java.util.Optional.empty();
            }
            if (outcome instanceof Outcome.Refused refused) {
                return failedAgain(refused.reason().word() + ": " + refused.message());
            }
        }
        return java.util.Optional.of(new Result(KeptLetter.State.REPLAYED, "accepted"));
    }

    private static java.util.Optional<Result> failedAgain(String text) {
        return java.util.Optional.of(new Result(KeptLetter.State.FAILED_AGAIN, text));
    }

    private List<Outcome> outcomes(KeptLetter kept) {
        DeadLetter letter = kept.letter();
        return letter.reason().equals(Reason.BAD_ROW.word())
                ? ofRow(kept)
                : door.take(origin(letter), kept.original()).outcomes();
    }

    private static Origin origin(DeadLetter letter) {
        Route route = Route.of(letter.route());
        return switch (route) {
            case MQTT -> MqttTopic.origin(letter.address(), letter.source()).again();
            case REST, WEBSOCKET, FILE, CONNECTOR ->
                    Origin.of(route, letter.source(), letter.domain(), letter.address()).again();
        };
    }

    /** The original of a row is a CSV file of its own. */
    private List<Outcome> ofRow(KeptLetter kept) {
        try {
            Path file = Files.createTempFile("row", ".csv");
            try {
                Files.write(file, kept.original());
                return ofRow(kept.letter(), file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Outcome> ofRow(DeadLetter letter, Path file) {
        String name = letter.address().replaceFirst(":\\d+$", "");
        Domain domain =
                Domain.find(letter.domain())
                        .orElseThrow(() -> new MappingException("the letter has no domain"));
        Mapping mapping =
                Mappings.find(name, mappings)
                        .map(Mapping::ofPlainTable)
                        .or(() -> Mappings.ofColumns(file, domain))
                        .orElseThrow(() ->
                                new MappingException(
                                        "there is no mapping for '%s'".formatted(name)));
        List<Outcome> outcomes = new ArrayList<>();
        try (Stream<MappedItem> items = MappedFile.open(file, mapping)) {
            items.forEach(item -> outcomes.add(outcome(origin(letter), item)));
        }
        return outcomes;
    }

    private Outcome outcome(Origin origin, MappedItem item) {
        return switch (item) {
            case MappedItem.Message message ->
                    door.take(origin, message.json().getBytes(StandardCharsets.UTF_8))
                            .outcomes()
                            .getFirst();
            case MappedItem.Bad(String reason, String original, long _) ->
                    door.refuse(
                            origin,
                            Reason.BAD_ROW,
                            reason,
                            original.getBytes(StandardCharsets.UTF_8));
        };
    }
}
