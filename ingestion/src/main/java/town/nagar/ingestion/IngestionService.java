package town.nagar.ingestion;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import town.nagar.contracts.Domain;
import town.nagar.ingestion.anomalies.AnomalySettings;
import town.nagar.ingestion.anomalies.Histories;
import town.nagar.ingestion.connectors.ConnectorSettings;
import town.nagar.ingestion.connectors.Connectors;
import town.nagar.ingestion.deadletters.DeadLetterReader;
import town.nagar.ingestion.deadletters.DeadLetterRoutes;
import town.nagar.ingestion.deadletters.DeadLetterSettings;
import town.nagar.ingestion.deadletters.DeadLetterTable;
import town.nagar.ingestion.door.Door;
import town.nagar.ingestion.door.DoorSettings;
import town.nagar.ingestion.files.FilePoller;
import town.nagar.ingestion.files.FileSettings;
import town.nagar.ingestion.idempotency.Answers;
import town.nagar.ingestion.idempotency.Idempotency;
import town.nagar.ingestion.limits.LimitSettings;
import town.nagar.ingestion.limits.RateLimits;
import town.nagar.ingestion.mqtt.BrokerAddress;
import town.nagar.ingestion.mqtt.MqttIntake;
import town.nagar.ingestion.mqtt.MqttSettings;
import town.nagar.ingestion.pressure.LagReader;
import town.nagar.ingestion.pressure.PressureSettings;
import town.nagar.ingestion.pressure.StreamLags;
import town.nagar.ingestion.publish.KafkaOutlet;
import town.nagar.ingestion.publish.PublishSettings;
import town.nagar.ingestion.registry.ReferenceReader;
import town.nagar.ingestion.registry.Registry;
import town.nagar.ingestion.registry.RegistrySettings;
import town.nagar.ingestion.registry.TownNews;
import town.nagar.ingestion.rest.IngestRoutes;
import town.nagar.ingestion.rest.RestSettings;
import town.nagar.ingestion.websocket.IngestSocket;
import town.nagar.ingestion.websocket.WebSocketSettings;
import town.nagar.kit.health.HealthPart;
import town.nagar.kit.keys.Callers;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;

/** The parts of ingestion. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
public final class IngestionService {
    private static final String KAFKA = "nagar.kafka.url";

    private static Path dataDir(Settings settings) {
        String home = System.getProperty("user.home", ".");
        return Path.of(settings.get("nagar.data-dir", home + "/.nagar"));
    }

    /** The folder under the data folder that ingestion keeps to itself. */
    private static Path folder(Settings settings) {
        return dataDir(settings).resolve("ingestion");
    }

    private static String kafka(Settings settings) {
        return settings.get(KAFKA, "127.0.0.1:9092");
    }

    @Bean(destroyMethod = "close")
    KafkaOutlet ingestionOutlet(Settings settings, MeterRegistry meters) {
        PublishSettings publish = settings.bind(PublishSettings.PREFIX, PublishSettings.DEFAULTS);
        KafkaOutlet outlet =
                KafkaOutlet.open(kafka(settings), folder(settings).resolve("spool"), publish);
        Gauge.builder("nagar.ingestion.spool.bytes", outlet, KafkaOutlet::spoolBytes)
                .register(meters);
        Gauge.builder("nagar.ingestion.spool.records", outlet, KafkaOutlet::spoolRecords)
                .register(meters);
        return outlet;
    }

    @Bean
    HealthPart ingestionKafkaHealth(KafkaOutlet outlet) {
        return outlet.kafkaHealth();
    }

    @Bean
    HealthPart ingestionSpoolHealth(KafkaOutlet outlet) {
        return outlet.spoolHealth();
    }

    @Bean(destroyMethod = "close")
    TopicMaker ingestionTopics(Settings settings) {
        PublishSettings publish = settings.bind(PublishSettings.PREFIX, PublishSettings.DEFAULTS);
        return TopicMaker.start(kafka(settings), publish);
    }

    @Bean
    Registry ingestionRegistry(Settings settings, InstantSource clock, KafkaOutlet outlet) {
        return new Registry(
                settings.bind(RegistrySettings.PREFIX, RegistrySettings.DEFAULTS), clock, outlet);
    }

    @Bean
    HealthPart ingestionRegistryHealth(Registry registry) {
        return new RegistryPart(registry);
    }

    @Bean(destroyMethod = "close")
    ReferenceReader ingestionReferenceReader(
            Settings settings,
            InstantSource clock,
            Registry registry,
            TopicMaker topics,
            ObjectProvider<TownNews> news) {
        return ReferenceReader.start(
                registry,
                settings.bind(RegistrySettings.PREFIX, RegistrySettings.DEFAULTS),
                clock,
                kafka(settings),
                folder(settings).resolve("registry.jsonl"),
                news.getIfAvailable(TownNews::none));
    }

    @Bean
    Histories ingestionHistories(Settings settings) {
        return new Histories(settings.bind(AnomalySettings.PREFIX, AnomalySettings.DEFAULTS));
    }

    @Bean(destroyMethod = "close")
    HistoryKeeper ingestionHistoryKeeper(Settings settings, Histories histories) {
        AnomalySettings anomalies = settings.bind(AnomalySettings.PREFIX, AnomalySettings.DEFAULTS);
        return HistoryKeeper.start(
                histories, folder(settings).resolve("histories.bin"), anomalies.saveEvery());
    }

    @Bean
    Door ingestionDoor(
            Settings settings,
            Registry registry,
            Histories histories,
            KafkaOutlet outlet,
            InstantSource clock,
            MeterRegistry meters) {
        DoorSettings door = settings.bind(DoorSettings.PREFIX, DoorSettings.DEFAULTS);
        return new Door(door, registry, histories, outlet, clock, meters);
    }

    @Bean
    RateLimits ingestionLimits(Settings settings, InstantSource clock, StreamLags lags) {
        return new RateLimits(
                settings.bind(LimitSettings.PREFIX, LimitSettings.DEFAULTS), clock, lags::mustWait);
    }

    @Bean
    StreamLags ingestionStreamLags(Settings settings, InstantSource clock, MeterRegistry meters) {
        StreamLags lags =
                new StreamLags(
                        settings.bind(PressureSettings.PREFIX, PressureSettings.DEFAULTS), clock);
        for (Domain job : Domain.values()) {
            Gauge.builder("nagar.ingestion.stream.lag", lags, all -> all.pending(job))
                    .description("Readings that wait in Kafka for a stream job")
                    .tag("job", job.word())
                    .register(meters);
        }
        Gauge.builder("nagar.ingestion.senders.wait", lags, all -> all.mustWait() ? 1 : 0)
                .description("1 while acknowledgements wait for the streams")
                .register(meters);
        return lags;
    }

    @Bean(destroyMethod = "close")
    LagReader ingestionLagReader(Settings settings, StreamLags lags, TopicMaker topics) {
        return LagReader.start(lags, kafka(settings));
    }

    @Bean(destroyMethod = "close")
    Idempotency ingestionIdempotency(Settings settings, InstantSource clock) {
        Path file = folder(settings).resolve("answers.bin");
        return settings.find("nagar.redis.url")
                .map(url -> Answers.inRedis(url, file, clock))
                .orElseGet(() -> Answers.inFile(file, clock));
    }

    @Bean
    IngestRoutes ingestRoutes(
            Settings settings, Door door, RateLimits limits, Idempotency idempotency) {
        RestSettings rest = settings.bind(RestSettings.PREFIX, RestSettings.DEFAULTS);
        return new IngestRoutes(rest, door, limits, idempotency);
    }

    @Bean(destroyMethod = "close")
    IngestSocket ingestSocket(Settings settings, Door door, RateLimits limits, Callers callers) {
        return new IngestSocket(
                settings.bind(WebSocketSettings.PREFIX, WebSocketSettings.DEFAULTS),
                door,
                limits,
                callers);
    }

    /** Asked before the routes, of which {@code /v1/ingest/{domain}} would catch it. */
    @Bean
    WebSocketConfigurer ingestSocketRoute(IngestSocket socket) {
        return registry -> {
            if (registry instanceof ServletWebSocketHandlerRegistry ordered) {
                ordered.setOrder(-1);
            }
            registry.addHandler(socket, "/v1/ingest/ws")
                    .setAllowedOrigins(socket.allowedOrigins().toArray(String[]::new));
        };
    }

    @Bean(destroyMethod = "close")
    MqttPart ingestionMqtt(Settings settings, Door door, RateLimits limits, MeterRegistry meters) {
        MqttSettings mqtt = settings.bind(MqttSettings.PREFIX, MqttSettings.DEFAULTS);
        String user = settings.get("nagar.mqtt.user", "");
        Secret password = new Secret(settings.get("nagar.mqtt.password", ""));
        Optional<MqttIntake> intake =
                settings.find("nagar.mqtt.url")
                        .map(url -> BrokerAddress.of(url, user, password))
                        .map(broker -> MqttIntake.start(mqtt, broker, door, limits, meters));
        return new MqttPart(intake);
    }

    @Bean(destroyMethod = "close")
    FilePoller ingestionFiles(
            Settings settings, Door door, RateLimits limits, InstantSource clock) {
        FileSettings files = settings.bind(FileSettings.PREFIX, FileSettings.DEFAULTS);
        return FilePoller.start(files, dataDir(settings), door, limits, clock);
    }

    @Bean(destroyMethod = "close")
    DeadLetterTable deadLetterTable(Settings settings) {
        return new DeadLetterTable(
                settings.get("nagar.postgres.url", "jdbc:postgresql://127.0.0.1:5432/nagar"),
                settings.get("nagar.postgres.user", "nagar"),
                new Secret(settings.get("nagar.postgres.password", "")));
    }

    @Bean(destroyMethod = "close")
    DeadLetterReader deadLetterReader(
            Settings settings, DeadLetterTable table, KafkaOutlet outlet, InstantSource clock) {
        DeadLetterSettings letters =
                settings.bind(DeadLetterSettings.PREFIX, DeadLetterSettings.DEFAULTS);
        return DeadLetterReader.start(letters, table, outlet, clock, kafka(settings));
    }

    @Bean
    DeadLetterRoutes deadLetterRoutes(
            Settings settings, DeadLetterTable table, Door door, InstantSource clock) {
        return new DeadLetterRoutes(table, door, dataDir(settings).resolve("mappings"), clock);
    }

    @Bean(destroyMethod = "close")
    Connectors ingestionConnectors(
            Settings settings, Door door, InstantSource clock, MeterRegistry meters) {
        ConnectorSettings connectors =
                settings.bind(ConnectorSettings.PREFIX, ConnectorSettings.DEFAULTS);
        return Connectors.start(
                connectors, dataDir(settings), door, clock, new SecureRandom(), meters);
    }
}
