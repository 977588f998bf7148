package town.nagar.contracts.readings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import town.nagar.contracts.Domain;

/**
 * A reading as JSON on Kafka, written and read token by token because every reading passes here.
 *
 * <p>{@code {"domain","sensor_id","place_id","event_time","received_at","ingest_id",
 * "schema_version","source","values":{..},"labels":{..},"flags":[..]}}; times as milliseconds since
 * 1970-01-01T00:00Z.
 */
public final class ReadingJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReadingJson() {}

    public static byte[] write(Reading reading) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(384);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("domain", reading.domain().word());
            json.writeStringField("sensor_id", reading.sensorId());
            json.writeStringField("place_id", reading.placeId());
            json.writeNumberField("event_time", reading.eventTime().toEpochMilli());
            json.writeNumberField("received_at", reading.receivedAt().toEpochMilli());
            json.writeNumberField("ingest_id", reading.ingestId());
            json.writeNumberField("schema_version", Reading.SCHEMA_VERSION);
            json.writeStringField("source", reading.source());
            writeValues(reading.values(), json);
            writeWords(reading, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeValues(Values values, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("values");
        for (Quantity quantity : values.quantities().list()) {
            if (values.has(quantity)) {
                json.writeNumberField(quantity.name(), values.get(quantity));
            }
        }
        json.writeEndObject();
    }

    private static void writeWords(Reading reading, JsonGenerator json) throws IOException {
        if (!reading.labels().isEmpty()) {
            json.writeObjectFieldStart("labels");
            for (Map.Entry<String, String> label : reading.labels().entrySet()) {
                json.writeStringField(label.getKey(), label.getValue());
            }
            json.writeEndObject();
        }
        if (!reading.flags().isEmpty()) {
            json.writeArrayFieldStart("flags");
            for (Flag flag : reading.flags()) {
                json.writeString(flag.word());
            }
            json.writeEndArray();
        }
    }

    /**
     * Reads what {@link #write} wrote; fields it does not know are skipped.
     *
     * @throws UncheckedIOException if the bytes are not such JSON
     */
    public static Reading read(byte[] bytes) {
        try (JsonParser json = FACTORY.createParser(bytes)) {
            Fields fields = new Fields();
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.take(name, json);
            }
            return fields.reading();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reading in the making. The domain comes before the values, as written. */
    private static final class Fields {
        private Domain domain = Domain.TRAFFIC;
        private String sensorId = "";
        private String placeId = "";
        private String source = "";
        private long eventTime;
        private long receivedAt;
        private long ingestId;
        private Values values = new Values.Builder(domain).build();
        private final Map<String, String> labels = new HashMap<>(4);
        private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

        private void take(String name, JsonParser json) throws IOException {
            switch (name) {
                case "domain" -> domain = Domain.of(json.getText());
                case "sensor_id" -> sensorId = json.getText();
                case "place_id" -> placeId = json.getText();
                case "source" -> source = json.getText();
                case "event_time" -> eventTime = json.getLongValue();
                case "received_at" -> receivedAt = json.getLongValue();
                case "ingest_id" -> ingestId = json.getLongValue();
                case "values" -> values = takeValues(json);
                case "labels" -> takeLabels(json);
                case "flags" -> takeFlags(json);
                default -> json.skipChildren();
            }
        }

        private Values takeValues(JsonParser json) throws IOException {
            Values.Builder builder = new Values.Builder(domain);
            Quantities quantities = Quantities.of(domain);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                Quantity quantity = quantities.get(json.currentName());
                json.nextToken();
                builder.set(quantity, json.getDoubleValue());
            }
            return builder.build();
        }

        private void takeLabels(JsonParser json) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                labels.put(name, json.getText());
            }
        }

        private void takeFlags(JsonParser json) throws IOException {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                flags.add(Flag.of(json.getText()));
            }
        }

        private Reading reading() {
            return new Reading(
                    domain,
                    sensorId,
                    placeId,
                    Instant.ofEpochMilli(eventTime),
                    Instant.ofEpochMilli(receivedAt),
                    values,
                    labels,
                    flags,
                    ingestId,
                    source);
        }
    }
}
