package town.nagar.town.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import town.nagar.kit.settings.Settings;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.publishing.MqttTarget;
import town.nagar.sample.publishing.TownSimulator;

/** Brings a town folder to life: its reference data, and its simulated sensors if wanted. */
final class Demo {
    private static final double AS_FAST_AS_ACKNOWLEDGED = 1;

    private final Settings settings;
    private final TownFolder town;

    Demo(Settings settings, TownFolder town) {
        this.settings = settings;
        this.town = town;
    }

    /** Tells all parts which sensors and places there are; returns when Kafka has them. */
    void publishReference() {
        ReferencePublisher.publish(
                settings.get("nagar.kafka.url", "127.0.0.1:9092"), town.sensors(), town.places());
    }

    /**
     * Starts the simulated sensors; they stop with the services.
     *
     * @throws IOException if the file that keeps how far they came cannot be read
     */
    void simulate(Path dataDir, ConfigurableApplicationContext context, InstantSource clock)
            throws IOException {
        MqttTarget broker =
                new MqttTarget(
                        settings.get("nagar.mqtt.url", "mqtt://127.0.0.1:1883"),
                        settings.get("nagar.mqtt.user", ""),
                        settings.get("nagar.mqtt.password", ""));
        TownSimulator simulator =
                TownSimulator.start(
                        town,
                        broker,
                        dataDir.resolve("simulator-" + town.info().id()),
                        AS_FAST_AS_ACKNOWLEDGED,
                        clock);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                simulator.close();
            }
        });
    }
}
