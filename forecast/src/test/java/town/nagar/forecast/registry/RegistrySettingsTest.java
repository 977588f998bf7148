package town.nagar.forecast.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import town.nagar.kit.servers.ObjectsAddress;
import town.nagar.kit.servers.PostgresAddress;
import town.nagar.kit.settings.Secret;
import town.nagar.kit.settings.Settings;
import town.nagar.kit.settings.SettingsException;

class RegistrySettingsTest {
    @Test
    void defaults() {
        RegistrySettings settings = RegistrySettings.of(Settings.of(Map.of()));
        assertThat(settings.own()).isEqualTo(new RegistrySettings.Own(4));
        assertThat(settings.mlflow().url()).isEmpty();
        assertThat(settings.runFiles()).isEqualTo("s3://digital-twin-data/mlflow");
    }

    @Test
    void everyKeyIsRead() {
        Map<String, String> given = new TreeMap<>();
        given.put("nagar.postgres.url", "jdbc:postgresql://db/town");
        given.put("nagar.postgres.user", "models");
        given.put("nagar.postgres.password", "secret");
        given.put("nagar.s3.url", "http://objects");
        given.put("nagar.s3.access-key", "key");
        given.put("nagar.s3.secret-key", "secret");
        given.put("nagar.s3.bucket", "town");
        given.put("NAGAR_MLFLOW_URL", "http://mlflow:5000");
        given.put("nagar.mlflow.token", "token");
        given.put("nagar.forecast.registry.connections", "2");
        Settings settings = Settings.of(given);
        assertThat(RegistrySettings.of(settings))
                .isEqualTo(
                        new RegistrySettings(
                                new PostgresAddress(
                                        "jdbc:postgresql://db/town",
                                        "models",
                                        new Secret("secret")),
                                new ObjectsAddress(
                                        "http://objects",
                                        new Secret("key"),
                                        new Secret("secret"),
                                        "town"),
                                new RegistrySettings.Mlflow(
                                        "http://mlflow:5000", new Secret("token")),
                                new RegistrySettings.Own(2)));
        settings.refuseUnknown();
    }

    @Test
    void anUnknownKeyIsRefused() {
        Settings settings = Settings.of(Map.of("nagar.mlflow.uri", "http://mlflow:5000"));
        RegistrySettings.of(settings);
        assertThatThrownBy(settings::refuseUnknown)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("nagar.mlflow.url");
    }
}
