package town.nagar.forecast.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import town.nagar.kit.servers.ObjectsAddress;
import town.nagar.kit.servers.RedisAddress;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class FeatureStoreSettingsTest {
    @Test
    void defaults() {
        FeatureStoreSettings settings = FeatureStoreSettings.of(Settings.of(Map.of()));
        assertThat(settings.own())
                .isEqualTo(
                        new FeatureStoreSettings.Own(
                                "nagar", Duration.ofDays(7), Duration.ofDays(730)));
        assertThat(settings.redis().url()).isEqualTo("redis://127.0.0.1:6379");
    }

    @Test
    void everyKeyIsRead() {
        Settings settings =
                Settings.of(
                        Map.of(
                                "nagar.redis.url", "redis://cache:6379",
                                "nagar.s3.url", "http://objects",
                                "nagar.s3.access-key", "key",
                                "nagar.s3.secret-key", "secret",
                                "nagar.s3.bucket", "town",
                                "nagar.forecast.features.project", "anand",
                                "nagar.forecast.features.key-ttl", "3d",
                                "nagar.forecast.features.retention", "400d"));
        assertThat(FeatureStoreSettings.of(settings))
                .isEqualTo(
                        new FeatureStoreSettings(
                                new RedisAddress("redis://cache:6379"),
                                new ObjectsAddress(
                                        "http://objects",
                                        new Secret("key"),
                                        new Secret("secret"),
                                        "town"),
                                new FeatureStoreSettings.Own(
                                        "anand", Duration.ofDays(3), Duration.ofDays(400))));
        settings.refuseUnknown();
    }

    @Test
    void aRetentionOfADayIsRefused() {
        Settings settings = Settings.of(Map.of("nagar.forecast.features.retention", "1d"));
        assertThatThrownBy(() -> FeatureStoreSettings.of(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("retention PT24H: at least 2d");
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings settings = Settings.of(Map.of("nagar.forecast.features.projekt", "anand"));
        FeatureStoreSettings.of(settings);
        assertThatThrownBy(settings::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nagar.forecast.features.project");
    }
}
