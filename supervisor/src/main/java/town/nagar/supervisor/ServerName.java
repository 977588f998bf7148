package town.nagar.supervisor;

import java.util.Locale;

/** A kind of backing server. Its name in lower case is its word in settings, folders and files. */
public enum ServerName {
    /** The log: Apache Kafka. */
    KAFKA,
    /** Tables: PostgreSQL. */
    POSTGRES,
    /** The cache: Redis. */
    REDIS,
    /** Documents, by the MongoDB protocol. */
    MONGO,
    /** Objects, by the S3 protocol. */
    S3,
    /** The broker for gateways, by MQTT. */
    MQTT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The setting that names a server somewhere else, which is then not started here. */
    String urlKey() {
        return "nagar." + word() + ".url";
    }

    /** The setting that asks for a port. */
    String portKey() {
        return "nagar." + word() + ".port";
    }
}
