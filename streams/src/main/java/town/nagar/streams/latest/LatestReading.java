package town.nagar.streams.latest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import town.nagar.contracts.json.Decimals;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Quantity;
import town.nagar.contracts.readings.Reading;
import town.nagar.streams.enrich.Sensed;

/** A sensor's reading as {@code latest:DOMAIN:SENSOR}. */
public record LatestReading() implements LatestEntry<Sensed> {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String key(Sensed sensed) {
        return "latest:" + sensed.reading().domain().word() + ":" + sensed.reading().sensorId();
    }

    @Override
    public long timeMillis(Sensed sensed) {
        return sensed.reading().eventTime().toEpochMilli();
    }

    @Override
    public String json(Sensed sensed) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(sensed, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Sensed sensed, JsonGenerator json) throws IOException {
        Reading reading = sensed.reading();
        json.writeStartObject();
        json.writeStringField("sensor_id", reading.sensorId());
        json.writeStringField("place_id", reading.placeId());
        json.writeStringField("timestamp", reading.eventTime().toString());
        json.writeStringField("received_at", reading.receivedAt().toString());
        writeMetrics(sensed, json);
        json.writeArrayFieldStart("quality");
        for (Flag flag : reading.flags().stream().sorted().toList()) {
            json.writeString(flag.word());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : reading.labels().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        for (Map.Entry<String, String> word : sensed.derived().words().entrySet()) {
            json.writeStringField(word.getKey(), word.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /**
     * A sensor's own congestion goes by another name than the one by the norms, as in the tables.
     */
    private static void writeMetrics(Sensed sensed, JsonGenerator json) throws IOException {
        Map<String, Double> derived = sensed.derived().figures();
        json.writeObjectFieldStart("metrics");
        for (Quantity quantity : sensed.reading().values().quantities().list()) {
            double value = sensed.reading().values().get(quantity);
            if (!Double.isNaN(value)) {
                boolean reported = quantity.name().equals("congestion_level");
                json.writeNumberField(reported ? "reported_congestion" : quantity.name(), value);
            }
        }
        for (Map.Entry<String, Double> figure : derived.entrySet()) {
            json.writeNumberField(figure.getKey(), Decimals.six(figure.getValue()));
        }
        json.writeEndObject();
    }
}
