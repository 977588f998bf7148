package town.nagar.forecast.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.rollout.Lineup.Production;

class FirstModelsTest {
    private static final Instant NOW = Instant.parse("2026-02-06T05:50:00Z");

    @TempDir Path dataDir;

    /** Only mandis are simulated. */
    private static final Past MANDIS =
            (measure, _) ->
                    measure == Measure.MODAL_PRICE
                            ? Optional.of(
                                    MadeModels.panel(
                                            measure, List.of("M001:wheat", "M001:onion"), NOW))
                            : Optional.empty();

    private static void await(RunningForecast service, int ready) throws Exception {
        for (int tries = 0;
                tries < 600 && service.part(FirstModels.class).ready() < ready;
                tries++) {
            Thread.sleep(100);
        }
        assertThat(service.part(FirstModels.class).ready()).isEqualTo(ready);
    }

    @Test
    void whatNoShelfHasIsTrainedInTheBackgroundAndKept() throws Exception {
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningForecast service =
                        RunningForecast.start(dataDir, data.url(), () -> NOW, MANDIS)) {
            await(service, 1);
            String question =
                    "{\"mandi_id\": \"M001\", \"commodity\": \"wheat\", \"forecast_horizon\": \"7d\"}";
            var body = service.post("/v1/predict/market-price", question).body();
            assertThat(body.at("/degraded").asBoolean(true)).as(body.toString()).isFalse();
            assertThat(body.at("/model_version").asText())
                    .startsWith("market-")
                    .endsWith("-v1.0.0");
            var onion =
                    service.post("/v1/predict/market-price", question.replace("wheat", "onion"))
                            .body();
            assertThat(onion.at("/reason").asText())
                    .as("its past is generated and nothing of it is stored")
                    .contains("nothing is stored of this place");
            var health = service.get("/health").body().at("/parts/forecast-models");
            assertThat(health.at("/state").asText()).isEqualTo("DEGRADED");
            assertThat(health.at("/note").asText()).contains("1 of 9 models ready");
            assertThat(Files.exists(dataDir.resolve("forecast/past/market.modal_price.csv.gz")))
                    .isTrue();
        }
        try (StubDataApi data = StubDataApi.start(NOW);
                RunningForecast service =
                        RunningForecast.start(dataDir, data.url(), () -> NOW, Past.NONE)) {
            await(service, 1);
            assertThat(new FolderShelf(MadeModels.models(dataDir)).production("market.modal_price"))
                    .isInstanceOfSatisfying(
                            Production.Model.class,
                            model -> assertThat(model.version()).isEqualTo("1.0.0"));
        }
    }
}
