package town.nagar.forecast.serving;

import java.time.Duration;
import town.nagar.kit.settings.Settings;

/**
 * Keys {@code nagar.forecast.*}.
 *
 * @param dataUrl where the Data API answers; empty for this process's own port
 * @param firstModels whether models are trained at the first start
 * @param firstModelsAfter how long that waits, so that the rest of the town starts undisturbed
 * @param keepWarm whether history is read before anyone asks
 * @param trainingThreads fits that run side by side
 * @param trainingMemoryMegabytes that the process of a training may hold
 * @param predictionsKept in the cache of five minutes
 */
record ForecastSettings(
        String dataUrl,
        boolean firstModels,
        Duration firstModelsAfter,
        boolean keepWarm,
        int trainingThreads,
        int trainingMemoryMegabytes,
        int predictionsKept) {
    private static final int LEAST_MEGABYTES = 64;

    static final ForecastSettings DEFAULTS =
            new ForecastSettings("", true, Duration.ofSeconds(30), true, 1, 768, 4096);

    ForecastSettings {
        if (firstModelsAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "first-models-after %s: at least 0s".formatted(firstModelsAfter));
        }
        if (trainingMemoryMegabytes < LEAST_MEGABYTES) {
            throw new IllegalArgumentException(
                    "training-memory-megabytes %d: at least %d"
                            .formatted(trainingMemoryMegabytes, LEAST_MEGABYTES));
        }
        if (trainingThreads < 1 || predictionsKept < 1) {
            throw new IllegalArgumentException(
                    "training-threads %d, predictions-kept %d: at least 1"
                            .formatted(trainingThreads, predictionsKept));
        }
    }

    static ForecastSettings of(Settings settings) {
        ForecastSettings own = settings.bind("nagar.forecast", DEFAULTS);
        return own.dataUrl().isEmpty()
                ? new ForecastSettings(
                        "http://127.0.0.1:" + settings.get("nagar.http.port", "8080"),
                        own.firstModels(),
                        own.firstModelsAfter(),
                        own.keepWarm(),
                        own.trainingThreads(),
                        own.trainingMemoryMegabytes(),
                        own.predictionsKept())
                : own;
    }
}
