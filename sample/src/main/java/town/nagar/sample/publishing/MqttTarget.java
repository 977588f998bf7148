package town.nagar.sample.publishing;

import java.net.URI;

/**
 * An MQTT 5 broker and who speaks to it.
 *
 * @param url {@code mqtt://host:port}, or {@code mqtts} for TLS; ports 1883 and 8883 if left out
 * @param user empty for nobody
 */
public record MqttTarget(String url, String user, String password) {
    private static final int PLAIN_PORT = 1_883;
    private static final int TLS_PORT = 8_883;

    public MqttTarget {
        URI uri = URI.create(url);
        boolean known = "mqtt".equals(uri.getScheme()) || "mqtts".equals(uri.getScheme());
        if (!known || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "MQTT URL '%s': mqtt://host:port or mqtts://host:port".formatted(url));
        }
    }

    /** A broker that lets anybody in. */
    public static MqttTarget open(String url) {
        return new MqttTarget(url, "", "");
    }

    public String host() {
        return URI.create(url).getHost();
    }

    public int port() {
        int port = URI.create(url).getPort();
        return port > 0 ? port : isTls() ? TLS_PORT : PLAIN_PORT;
    }

    public boolean isTls() {
        return url.startsWith("mqtts:");
    }

    @Override
    public String toString() {
        return "MqttTarget[url=%s, user=%s, password=***]".formatted(url, user);
    }
}
