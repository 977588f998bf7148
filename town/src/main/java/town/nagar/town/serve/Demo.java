package town.nagar.town.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import town.nagar.ingestion.publish.PublishSettings;
import town.nagar.ingestion.publish.TopicSetup;
import town.nagar.kit.settings.Settings;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.publishing.MqttTarget;
import town.nagar.sample.publishing.TownSimulator;

/** Brings a town folder to life: its reference data, and its simulated sensors if wanted. */
final class Demo {
    private static final double AS_FAST_AS_ACKNOWLEDGED = 1;

    private final Settings settings;
    private final TownFolder town;

    private final ToldTown told;

    private boolean published;

    Demo(Settings settings, TownFolder town, Path dataDir) {
        this.settings = settings;
        this.town = town;
        told = ToldTown.of(town, dataDir);
    }

    /**
     * Tells all parts of a town they have not heard of, so that its sensors are known before their
     * first reading; returns when Kafka has it.
     *
     * @throws IOException if it cannot be noted that the town has been told of
     */
    void publishIfNew() throws IOException {
        if (!told.isNoted()) {
            TopicSetup.ensure(
                    kafka(), settings.bind(PublishSettings.PREFIX, PublishSettings.DEFAULTS));
            publish();
            told.note();
        }
    }

    /** Tells all parts of a town they have heard of before: Kafka may be a new one. */
    void publishAgain() {
        if (!published) {
            publish();
        }
    }

    private void publish() {
        ReferencePublisher.publish(kafka(), town.sensors(), town.places());
        published = true;
    }

    private String kafka() {
        return settings.get("nagar.kafka.url", "127.0.0.1:9092");
    }

    /** Whether there are simulated sensors. */
    boolean isSimulated() {
        return town.info().simulated();
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
