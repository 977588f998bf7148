package town.nagar.kit.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class AddressesTest {
    @Test
    void defaults() {
        Settings none = Settings.of(Map.of());
        assertThat(PostgresAddress.of(none))
                .isEqualTo(
                        new PostgresAddress(
                                "jdbc:postgresql://127.0.0.1:5432/nagar", "nagar", Secret.NONE));
        assertThat(RedisAddress.of(none)).isEqualTo(new RedisAddress("redis://127.0.0.1:6379"));
        assertThat(ObjectsAddress.of(none))
                .isEqualTo(
                        new ObjectsAddress(
                                "http://127.0.0.1:9000",
                                Secret.NONE,
                                Secret.NONE,
                                "digital-twin-data"));
    }

    @Test
    void everyKeyIsRead() {
        Settings settings =
                Settings.of(
                        Map.of(
                                "nagar.postgres.url", "jdbc:postgresql://db/town",
                                "nagar.postgres.user", "reader",
                                "nagar.postgres.password", "word",
                                "nagar.redis.url", "redis://cache",
                                "nagar.s3.url", "http://objects",
                                "nagar.s3.access-key", "key",
                                "nagar.s3.secret-key", "secret",
                                "nagar.s3.bucket", "town"));
        assertThat(PostgresAddress.of(settings))
                .isEqualTo(
                        new PostgresAddress(
                                "jdbc:postgresql://db/town", "reader", new Secret("word")));
        assertThat(RedisAddress.of(settings)).isEqualTo(new RedisAddress("redis://cache"));
        assertThat(ObjectsAddress.of(settings))
                .isEqualTo(
                        new ObjectsAddress(
                                "http://objects", new Secret("key"), new Secret("secret"), "town"));
        settings.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings settings = Settings.of(Map.of("nagar.s3.buket", "town"));
        ObjectsAddress.of(settings);
        assertThatThrownBy(settings::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nagar.s3.bucket");
    }

    @Test
    void aBucketIsOpenedWithoutAskingItsServer() {
        var address = new ObjectsAddress("http://127.0.0.1:1", Secret.NONE, Secret.NONE, "town");
        try (var objects = address.open()) {
            assertThat(objects.bucket()).isEqualTo("town");
            assertThat(objects.answers()).isFalse();
        }
    }
}
