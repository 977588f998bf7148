package town.nagar.sample.publishing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Quantity;
import town.nagar.sample.sensing.SimulatedReading;

/** One MQTT message: a reading of a sensor, or an array of them in order. */
final class SensorMessage {
    private static final JsonFactory JSON = new JsonFactory();

    private final String topic;
    private final byte[] payload;
    private final int readings;

    private SensorMessage(String topic, byte[] payload, int readings) {
        this.topic = topic;
        this.payload = payload;
        this.readings = readings;
    }

    String topic() {
        return topic;
    }

    /** The message's bytes, not a copy. */
    byte[] payload() {
        return payload;
    }

    /** How many readings it holds. */
    int readings() {
        return readings;
    }

    /**
     * @param readings at least one, all of one sensor
     */
    static SensorMessage of(List<SimulatedReading> readings) {
        Sensor sensor = readings.getFirst().sensor();
        String topic = "nagar/%s/%s".formatted(sensor.domain().word(), sensor.id());
        return new SensorMessage(topic, payload(readings), readings.size());
    }

    private static byte[] payload(List<SimulatedReading> readings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * readings.size());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            if (readings.size() > 1) {
                json.writeStartArray();
            }
            for (SimulatedReading reading : readings) {
                write(reading, json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(SimulatedReading reading, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("sensor_id", reading.sensor().id());
        json.writeStringField("event_time", reading.eventTime().toString());
        json.writeObjectFieldStart("values");
        for (Quantity quantity : reading.values().quantities().list()) {
            if (reading.values().has(quantity)) {
                json.writeNumberField(quantity.name(), reading.values().get(quantity));
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : reading.labels().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
