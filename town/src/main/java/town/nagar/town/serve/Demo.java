package town.nagar.town.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import town.nagar.forecast.serving.Past;
import town.nagar.ingestion.publish.PublishSettings;
import town.nagar.ingestion.publish.TopicSetup;
import town.nagar.ingestion.registry.TownNews;
import town.nagar.kit.settings.Settings;
import town.nagar.sample.folder.TownFolder;
import town.nagar.sample.publishing.MqttTarget;
import town.nagar.sample.publishing.TownSimulator;

/** Brings a town folder to life: its reference data, and its simulated sensors if wanted. */
final class Demo {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final double AS_FAST_AS_ACKNOWLEDGED = 1;

    private final Settings settings;
    private final TownFolder town;

    private final SampleSettings sample;

    private final ToldTown told;

    Demo(Settings settings, TownFolder town, Path dataDir) {
        this.settings = settings;
        this.town = town;
        sample = SampleSettings.of(settings);
        told = ToldTown.of(town, dataDir);
    }

    /**
     * Begins to tell all parts which sensors and places there are.
     *
     * @return done when Kafka has them; already done if they have heard of the town before
     */
    TownNews publish() {
        CompletableFuture<Void> published = tell(Thread::startVirtualThread);
        return told.isNoted() ? TownNews.none() : new TownNews(published);
    }

    private CompletableFuture<Void> tell(Executor executor) {
        return CompletableFuture.runAsync(this::publishAll, executor)
                .exceptionallyCompose(e -> {
                    LOG.warn("town not told of yet, trying again cause={}", e.toString());
                    return tell(CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));
                });
    }

    private void publishAll() {
        TopicSetup.ensure(kafka(), settings.bind(PublishSettings.PREFIX, PublishSettings.DEFAULTS));
        ReferencePublisher.publish(kafka(), town.sensors(), town.places());
        told.note();
    }

    private String kafka() {
        return settings.get("nagar.kafka.url", "127.0.0.1:9092");
    }

    /** Whether there are simulated sensors. */
    boolean isSimulated() {
        return town.info().simulated();
    }

    /** What the simulated sensors would have measured before now; nothing of real ones. */
    Past past() {
        return new SimulatedPast(town);
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
                        sample.drift(),
                        AS_FAST_AS_ACKNOWLEDGED,
                        clock);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                simulator.close();
            }
        });
    }
}
