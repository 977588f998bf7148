package town.nagar.forecast.serving;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.support.GenericApplicationContext;
import town.nagar.forecast.ForecastService;
import town.nagar.forecast.RunningParts;
import town.nagar.forecast.RunningParts.Answer;
import town.nagar.forecast.monitoring.Statements;
import town.nagar.forecast.monitoring.TrackRecord;
import town.nagar.forecast.rollout.SplitKey;

/** Predictions on a port of their own, from models in a folder. */
final class RunningForecast implements AutoCloseable {
    private final RunningParts parts;

    private RunningForecast(RunningParts parts) {
        this.parts = parts;
    }

    static RunningForecast start(Path dataDir, String dataUrl, InstantSource clock, Past past) {
        return start(
                ServingParts.class,
                settings(dataDir, dataUrl),
                clock,
                past,
                fresh -> {
                    fresh.registerBean(
                            FolderShelf.class, () -> new FolderShelf(MadeModels.models(dataDir)));
                    fresh.registerBean(SplitKey.class, () -> (_, place) -> place);
                });
    }

    /** Starts the whole service, which keeps what its versions say. */
    static RunningForecast startWhole(
            Path dataDir,
            String dataUrl,
            InstantSource clock,
            Map<String, String> more,
            Past past) {
        Map<String, String> settings = settings(dataDir, dataUrl);
        settings.putAll(more);
        return start(ForecastService.class, settings, clock, past, _ -> {});
    }

    /**
     * Starts the whole service.
     *
     * @param more settings, such as where the servers are
     * @param statements is handed what versions say
     * @param track how they did
     */
    static RunningForecast startWhole(
            Path dataDir,
            String dataUrl,
            InstantSource clock,
            Map<String, String> more,
            Past past,
            Statements statements,
            TrackRecord track) {
        Map<String, String> settings = settings(dataDir, dataUrl);
        settings.putAll(more);
        return start(
                ForecastService.class,
                settings,
                clock,
                past,
                fresh -> {
                    fresh.registerBean(
                            Statements.class, () -> statements, bean -> bean.setPrimary(true));
                    fresh.registerBean(
                            TrackRecord.class, () -> track, bean -> bean.setPrimary(true));
                });
    }

    private static Map<String, String> settings(Path dataDir, String dataUrl) {
        return new HashMap<>(
                Map.of(
                        "nagar.data-dir",
                        dataDir.toString(),
                        "nagar.forecast.data-url",
                        dataUrl,
                        "nagar.forecast.first-models-after",
                        "0s",
                        "nagar.forecast.keep-warm",
                        "false"));
    }

    private static RunningForecast start(
            Class<?> parts,
            Map<String, String> settings,
            InstantSource clock,
            Past past,
            Consumer<GenericApplicationContext> beans) {
        Class<?>[] all = {parts};
        return new RunningForecast(
                RunningParts.start(
                        all,
                        settings,
                        clock,
                        fresh -> {
                            fresh.registerBean(Past.class, () -> past);
                            beans.accept(fresh);
                        }));
    }

    /** The service's address. */
    String url() {
        return parts.url().toString();
    }

    /** The answer to somebody who may do all. */
    Answer post(String path, String body) throws IOException, InterruptedException {
        return parts.post(path, body, RunningParts.ASHA);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return parts.get(path);
    }

    <T> T part(Class<T> type) {
        return parts.part(type);
    }

    @Override
    public void close() {
        parts.close();
    }
}
