package town.nagar.ingestion.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;

/**
 * Reads the items of one message token by token, and accepts what the domain's JSON Schema accepts.
 *
 * <p>A wrong item does not hinder those behind it; broken JSON ends the message.
 */
final class MessageReader {
    private static final int MAX_ITEMS = 10_000;

    private static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(8)
                                    .maxNameLength(128)
                                    .maxStringLength(4_096)
                                    .maxNumberLength(64)
                                    .build())
                    .build();

    private final Quantities quantities;
    private final boolean needsSensorId;
    private final JsonParser json;
    private final int length;
    private final List<Item> items = new ArrayList<>(1);
    private boolean batch;

    private MessageReader(Domain domain, boolean needsSensorId, byte[] bytes, JsonParser json) {
        this.quantities = Quantities.of(domain);
        this.needsSensorId = needsSensorId;
        this.json = json;
        this.length = bytes.length;
    }

    /** The items of a message, at least one. */
    record Read(List<Item> items, boolean batch) {}

    /**
     * Reads a message.
     *
     * @param needsSensorId whether an item without {@code sensor_id} is wrong
     */
    static Read read(Domain domain, boolean needsSensorId, byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            MessageReader reader = new MessageReader(domain, needsSensorId, bytes, json);
            reader.readMessage();
            return new Read(reader.items, reader.batch);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array in memory has none
        }
    }

    private void readMessage() throws IOException {
        Item current = begin(0);
        try {
            readRoot();
        } catch (JsonProcessingException e) {
            current = items.isEmpty() ? current : items.getLast();
            if (current.end > 0) {
                current = begin(current.end);
            }
            end(current, length);
            current.wrong(Reason.MALFORMED, "not JSON: " + place(e));
            if (items.isEmpty() || items.getLast() != current) {
                items.add(current);
            }
        }
    }

    private static String place(JsonProcessingException e) {
        String where =
                Optional.ofNullable(e.getLocation())
                        .map(at ->
                                " at line %d, column %d"
                                        .formatted(at.getLineNr(), at.getColumnNr()))
                        .orElse("");
        String what = Optional.ofNullable(e.getOriginalMessage()).orElse("cannot be read");
        String line = what.lines().findFirst().orElse("cannot be read");
        return line.substring(0, Math.min(line.length(), 160)) + where;
    }

    private void readRoot() throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            readArray();
        } else if (first == JsonToken.START_OBJECT) {
            readObjectOrEnvelope();
        } else if (first == null) {
            throw new JsonParseException(json, "the message is empty");
        } else {
            wrongItem("the message is neither an object nor an array");
        }
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "something follows behind the message");
        }
        if (items.isEmpty()) {
            wrongItem("the array is empty");
        }
    }

    private void wrongItem(String message) {
        Item item = begin(0);
        item.wrong(Reason.MALFORMED, message);
        end(item, length);
        items.add(item);
    }

    /** An object is one item, unless its only field is {@code readings}. */
    private void readObjectOrEnvelope() throws IOException {
        Item item = begin(offset() - 1);
        items.add(item);
        String name = json.nextFieldName();
        if ("readings".equals(name) && json.nextToken() == JsonToken.START_ARRAY) {
            items.clear();
            readArray();
            if (json.nextToken() != JsonToken.END_OBJECT) {
                items.clear();
                items.add(item);
                item.wrong(Reason.MALFORMED, "a field stands beside 'readings'");
                skipRest();
                end(item, length);
            }
            return;
        }
        readItem(item, name);
    }

    private void skipRest() throws IOException {
        while (json.nextToken() != null) {
            json.skipChildren();
        }
    }

    private void readArray() throws IOException {
        batch = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MAX_ITEMS) {
                items.clear();
                wrongItem("the array has more than %d items".formatted(MAX_ITEMS));
                skipRest();
                return;
            }
            readElement();
        }
    }

    private void readElement() throws IOException {
        Item item = begin(startOfToken());
        items.add(item);
        if (json.currentToken() == JsonToken.START_OBJECT) {
            readItem(item, json.nextFieldName());
        } else {
            item.wrong(Reason.MALFORMED, "an item of the array is not an object");
            json.skipChildren();
            end(item, offset());
        }
    }

    private Item begin(int start) {
        Item item = new Item(quantities.count());
        item.start = start;
        return item;
    }

    private static void end(Item item, int end) {
        item.end = end;
    }

    private int offset() {
        return (int) Math.max(0, Math.min(length, json.currentLocation().getByteOffset()));
    }

    private int startOfToken() {
        return (int) Math.max(0, Math.min(length, json.currentTokenLocation().getByteOffset()));
    }

    private void readItem(Item item, @Nullable String firstName) throws IOException {
        ItemFields fields = new ItemFields(item, json, quantities, needsSensorId);
        for (String name = firstName; name != null; name = json.nextFieldName()) {
            json.nextToken();
            fields.take(name);
        }
        end(item, offset());
        fields.requireAll();
    }
}
