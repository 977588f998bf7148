package town.nagar.ingestion.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import town.nagar.ingestion.door.Origin;
import town.nagar.ingestion.door.Route;

/** Reads topics of the form {@code nagar/{domain}/{sensor_id}}. */
public final class MqttTopic {
    private static final String UNNAMED = "mqtt";

    private MqttTopic() {}

    /** Where a message came from that was published under a topic. */
    public static Origin origin(String topic, String source) {
        String[] levels = topic.split("/", -1);
        String domain = levels.length > 1 ? levels[1] : "";
        String sensor = levels.length > 2 ? levels[2] : "";
        return new Origin(Route.MQTT, source, domain, sensor, topic, false);
    }

    /** The gateway that a message names in its user properties; {@code mqtt} if it names none. */
    static String source(Mqtt5Publish publish, String property) {
        return publish.getUserProperties().asList().stream()
                .filter(each -> each.getName().toString().equals(property))
                .map(each -> each.getValue().toString())
                .filter(name -> !name.isBlank() && name.length() <= 100)
                .findFirst()
                .orElse(UNNAMED);
    }
}
