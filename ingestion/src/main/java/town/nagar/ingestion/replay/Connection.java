package town.nagar.ingestion.replay;

import java.net.URI;
import town.nagar.kit.settings.Secret;

/**
 * How a running town is reached.
 *
 * @param http such as {@code http://127.0.0.1:8080}
 * @param apiKey with scope {@code ingest}
 * @param mqttUrl such as {@code mqtt://127.0.0.1:1883}; empty if there is no broker
 */
public record Connection(
        URI http, Secret apiKey, String mqttUrl, String mqttUser, Secret mqttPassword) {}
