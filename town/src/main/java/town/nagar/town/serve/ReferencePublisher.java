package town.nagar.town.serve;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import town.nagar.contracts.KafkaAccess;
import town.nagar.contracts.Topics;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.places.Place;
import town.nagar.contracts.places.Sensor;

/** Tells all parts which sensors and places a town has, over the compacted topic. */
final class ReferencePublisher {
    private ReferencePublisher() {}

    /** Sends all and returns when Kafka has them. */
    static void publish(String kafkaUrl, Collection<Sensor> sensors, Collection<Place> places) {
        Map<String, Object> settings = KafkaAccess.of(kafkaUrl);
        settings.putAll(Map.of("acks", "all", "linger.ms", 20));
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            places.forEach(place -> send(producer, "place/" + place.id(), place));
            sensors.forEach(sensor -> send(producer, "sensor/" + sensor.id(), sensor));
            producer.flush();
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, String key, Record value) {
        var _ =
                producer.send(
                        new ProducerRecord<>(Topics.REFERENCE, key, ContractJson.write(value)));
    }
}
