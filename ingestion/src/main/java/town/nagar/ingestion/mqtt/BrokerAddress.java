package town.nagar.ingestion.mqtt;

import java.net.URI;
import town.nagar.kit.settings.Secret;

/**
 * Where the broker is and who we are there.
 *
 * @param tls whether to speak TLS
 * @param user empty for none
 */
public record BrokerAddress(String host, int port, boolean tls, String user, Secret password) {
    private static final int PORT = 1883;
    private static final int TLS_PORT = 8883;

    /**
     * The address in a URL {@code mqtt://host:port} or {@code mqtts://host:port}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static BrokerAddress of(String url, String user, Secret password) {
        URI uri = URI.create(url);
        boolean tls = "mqtts".equals(uri.getScheme());
        if (!(tls || "mqtt".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "nagar.mqtt.url is '%s'; allowed: mqtt://host:port or mqtts://host:port"
                            .formatted(url));
        }
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? TLS_PORT : PORT;
        return new BrokerAddress(uri.getHost(), port, tls, user, password);
    }
}
