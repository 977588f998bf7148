package town.nagar.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EphemeralServersTest {
    @Test
    void allSixServersStartAndSayHowTheyAreReached() {
        Map<String, String> settings = EphemeralServers.settings(ServerName.values());

        assertThat(settings)
                .containsOnlyKeys(
                        "nagar.kafka.url",
                        "nagar.mongo.url",
                        "nagar.mqtt.password",
                        "nagar.mqtt.url",
                        "nagar.mqtt.user",
                        "nagar.postgres.password",
                        "nagar.postgres.url",
                        "nagar.postgres.user",
                        "nagar.redis.url",
                        "nagar.s3.access-key",
                        "nagar.s3.bucket",
                        "nagar.s3.secret-key",
                        "nagar.s3.url");
    }

    @Test
    void aServerThatRunsAlreadyIsSharedAndNotStartedAgain() {
        String first = EphemeralServers.settings(ServerName.REDIS).get("nagar.redis.url");

        assertThat(EphemeralServers.settings(ServerName.REDIS, ServerName.MONGO))
                .containsEntry("nagar.redis.url", first);
    }
}
