package town.nagar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import town.nagar.kit.servers.ObjectsAddress;
import town.nagar.kit.servers.PostgresAddress;
import town.nagar.kit.servers.RedisAddress;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class DataSettingsTest {
    @Test
    void defaults() {
        DataSettings settings = DataSettings.of(Settings.of(Map.of()));
        assertThat(settings.own())
                .isEqualTo(
                        new DataSettings.Own(
                                8,
                                2,
                                Duration.ofDays(90),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(30),
                                true));
        assertThat(settings.objects().bucket()).isEqualTo("digital-twin-data");
    }

    @Test
    void everyKeyIsRead() {
        Map<String, String> given = new TreeMap<>();
        given.put("nagar.postgres.url", "jdbc:postgresql://db/town");
        given.put("nagar.postgres.user", "reader");
        given.put("nagar.postgres.password", "secret");
        given.put("nagar.redis.url", "redis://cache");
        given.put("nagar.kafka.url", "broker:9092");
        given.put("nagar.mongo.url", "mongodb://documents");
        given.put("nagar.s3.url", "http://objects");
        given.put("nagar.s3.access-key", "key");
        given.put("nagar.s3.secret-key", "secret");
        given.put("nagar.s3.bucket", "town");
        given.put("nagar.data.connections", "4");
        given.put("nagar.data.months-ahead", "3");
        given.put("nagar.data.keep-raw-pollution", "30d");
        given.put("nagar.data.refresh-every", "1m");
        given.put("nagar.data.answer-within", "7s");
        given.put("nagar.data.archive", "false");
        Settings settings = Settings.of(given);
        assertThat(DataSettings.of(settings))
                .isEqualTo(
                        new DataSettings(
                                new PostgresAddress(
                                        "jdbc:postgresql://db/town",
                                        "reader",
                                        new Secret("secret")),
                                new RedisAddress("redis://cache"),
                                new DataSettings.Kafka("broker:9092"),
                                new DataSettings.Mongo("mongodb://documents"),
                                new ObjectsAddress(
                                        "http://objects",
                                        new Secret("key"),
                                        new Secret("secret"),
                                        "town"),
                                new DataSettings.Own(
                                        4,
                                        3,
                                        Duration.ofDays(30),
                                        Duration.ofMinutes(1),
                                        Duration.ofSeconds(7),
                                        false)));
        settings.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings settings = Settings.of(Map.of("nagar.data.conections", "4"));
        DataSettings.of(settings);
        assertThatThrownBy(settings::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nagar.data.connections");
    }

    @Test
    void tooShortAMemoryIsRefused() {
        Settings settings = Settings.of(Map.of("nagar.data.keep-raw-pollution", "1d"));
        assertThatThrownBy(() -> DataSettings.of(settings)).hasMessageContaining("at least 2d");
    }
}
