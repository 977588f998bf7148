package town.nagar.forecast.featurestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.feature.Anchor;
import town.nagar.forecast.feature.Columns;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.feature.FeatureListener;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.feature.FeatureView;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;

/** What is made is kept: online each time, offline once an hour. */
class MaterialiserTest {
    private static final int HOURS = 40 * 24;
    private static final Instant NOW = Instant.parse("2026-02-06T02:35:00Z");
    private static final FeatureView VIEW =
            Definitions.shipped().findView("traffic_vehicle_count").orElseThrow();

    @TempDir Path folder;

    private static FeatureSet features(long seed) {
        var random = new SplittableRandom(seed);
        double[][] values = new double[3][HOURS];
        for (double[] one : values) {
            for (int i = 0; i < HOURS; i++) {
                one[i] = random.nextInt(30) == 0 ? Double.NaN : random.nextInt(500);
            }
        }
        var grid = new TimeGrid(LocalDateTime.of(2025, 12, 28, 8, 0), Step.ofMinutes(60), HOURS);
        Panel panel = Panel.of(grid, List.of("R001", "R002", "R003"), values).reaching(HOURS + 24);
        return new FeatureSet(panel, Covariates.none(), new boolean[HOURS + 24], Anchor.WEEK);
    }

    private static JsonNode asked(RunningFeatures running, String road) throws Exception {
        return running.post(
                        "/get-online-features",
                        """
                        {"features": ["traffic_vehicle_count:*"], "entities": {"road_id": ["%s"]}}
                        """
                                .formatted(road),
                        "")
                .body();
    }

    /** Waits until a road's features were known at a time. */
    private static JsonNode awaited(RunningFeatures running, String road, Instant at)
            throws Exception {
        for (int tries = 0; tries < 200; tries++) {
            JsonNode answer = asked(running, road);
            if (answer.at("/results/1/event_timestamps/0").asText().equals(at.toString())) {
                return answer;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not kept in 10 s");
    }

    @Test
    void theFeaturesOfNowHaveTheBitsOfTheModelsRow() throws Exception {
        try (RunningFeatures running =
                RunningFeatures.start(folder.toString(), InstantSource.fixed(NOW))) {
            FeatureSet features = features(1);
            FeatureListener listener = running.part(FeatureListener.class);
            listener.made("traffic.vehicle_count", features, List.of(0, 1), HOURS, NOW);
            JsonNode answer = awaited(running, "R002", NOW);
            Columns columns = features.columns(VIEW.kept());
            float[] row = new float[columns.size()];
            features.write(columns, 1, HOURS, HOURS, row, 0);
            assertThat(answer.at("/metadata/feature_names")).hasSize(row.length + 1);
            for (int i = 0; i < row.length; i++) {
                JsonNode value = answer.get("results").get(i + 1).get("values").get(0);
                if (Float.isNaN(row[i])) {
                    assertThat(value.isNull()).isTrue();
                } else {
                    assertThat(Float.floatToRawIntBits((float) value.asDouble()))
                            .as(columns.names().get(i))
                            .isEqualTo(Float.floatToRawIntBits(row[i]));
                }
            }
            assertThat(asked(running, "R003").at("/results/1/statuses/0").asText())
                    .as("not fresh")
                    .isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void theNewestAreKeptAndOfAnHourTheFirstGoToThePast() throws Exception {
        Instant later = NOW.plusSeconds(600);
        Instant nextHour = NOW.plusSeconds(3600);
        try (RunningFeatures running =
                RunningFeatures.start(
                        folder.toString(), InstantSource.fixed(nextHour.plusSeconds(1)))) {
            FeatureListener listener = running.part(FeatureListener.class);
            long seed = 1;
            for (Instant at : List.of(NOW, later, nextHour)) {
                listener.made("traffic.vehicle_count", features(seed++), List.of(0), HOURS, at);
                awaited(running, "R001", at);
            }
            JsonNode past = past(running, nextHour);
            for (int tries = 0; tries < 100; tries++) {
                if (past.at("/results/1/event_timestamps/0").asText().equals(nextHour.toString())) {
                    break;
                }
                Thread.sleep(50);
                past = past(running, nextHour);
            }
            assertThat(past.at("/results/1/event_timestamps/0").asText())
                    .isEqualTo(nextHour.toString());
            assertThat(past(running, later).at("/results/1/event_timestamps/0").asText())
                    .isEqualTo(NOW.toString());
        }
    }

    private static JsonNode past(RunningFeatures running, Instant at) throws Exception {
        return running.post(
                        "/v1/features/history",
                        """
                        {"features": ["traffic_vehicle_count:lag_24h"],
                         "entities": {"road_id": ["R001"], "event_timestamp": ["%s"]}}
                        """
                                .formatted(at),
                        "")
                .body();
    }
}
