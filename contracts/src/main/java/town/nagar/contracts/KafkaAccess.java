package town.nagar.contracts;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** What every client of Kafka is told. */
public final class KafkaAccess {
    private KafkaAccess() {}

    /**
     * Settings to add to, in Kafka's own terms. A client's metrics go neither to JMX nor to the
     * broker: the town's own are at {@code /metrics}.
     *
     * @param bootstrap host:port, several joined by commas
     */
    public static Map<String, Object> of(String bootstrap) {
        Map<String, Object> access = new HashMap<>();
        access.put("bootstrap.servers", bootstrap);
        access.put("metric.reporters", "");
        access.put("enable.metrics.push", "false");
        return access;
    }

    /** The same as properties. */
    public static Properties properties(String bootstrap) {
        Properties properties = new Properties();
        of(bootstrap).forEach((key, value) -> properties.setProperty(key, value.toString()));
        return properties;
    }
}
