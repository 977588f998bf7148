package town.nagar.forecast.serving;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.nagar.forecast.explain.ExplanationCache;
import town.nagar.forecast.feature.FeatureListener;
import town.nagar.forecast.monitoring.Statements;
import town.nagar.forecast.rollout.ForecastFolder;
import town.nagar.forecast.rollout.ModelShelf;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.rollout.SplitKey;
import town.nagar.forecast.training.ModelMaker;
import town.nagar.forecast.training.apart.TrainingProcess;
import town.nagar.kit.health.HealthPart;
import town.nagar.kit.recurring.Recurring;
import town.nagar.kit.settings.Settings;

/** Predictions over HTTP, and the models behind them. */
@Configuration(proxyBeanMethods = false)
public final class ServingParts {
    private static final int EXPLANATIONS_KEPT = 1024;
    private static final Duration CONNECT_IN = Duration.ofSeconds(2);

    @Bean
    ForecastSettings forecastSettings(Settings settings) {
        return ForecastSettings.of(settings);
    }

    @Bean
    KeptPast keptPast(Settings settings) {
        return new KeptPast(ForecastFolder.of(settings).resolve("past"));
    }

    @Bean
    History forecastHistory(ForecastSettings settings) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_IN).build();
        return new DataApiHistory(client, URI.create(settings.dataUrl()));
    }

    @Bean
    ModelMaker modelMaker(ForecastSettings settings, Settings all) {
        return new TrainingProcess(
                settings.trainingThreads(),
                settings.trainingMemoryMegabytes(),
                ForecastFolder.of(all).resolve("training"));
    }

    @Bean
    FirstModels firstModels(
            ForecastSettings settings,
            ObjectProvider<Past> past,
            KeptPast kept,
            ModelShelf shelf,
            NewVersions versions,
            ModelMaker maker,
            InstantSource clock) {
        Past known = settings.firstModels() ? past.getIfAvailable(() -> Past.NONE) : Past.NONE;
        return FirstModels.start(
                settings.firstModelsAfter(), known, kept, shelf, versions, maker, clock);
    }

    @Bean
    Predictor predictor(
            ForecastSettings settings,
            History history,
            KeptPast kept,
            ModelShelf shelf,
            ObjectProvider<Statements> statements,
            ObjectProvider<FeatureListener> listener,
            InstantSource clock) {
        var telling = new Telling(statements.getIfAvailable(() -> Statements.NONE));
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        return new Predictor(
                new Snapshots(
                        history,
                        kept,
                        shelf,
                        telling,
                        clock,
                        executor,
                        listener.getIfAvailable(() -> FeatureListener.NONE)),
                history,
                new PredictionCache(settings.predictionsKept()),
                new ExplanationCache(EXPLANATIONS_KEPT, executor),
                clock);
    }

    @Bean(destroyMethod = "abandon")
    Recurring keptWarm(ForecastSettings settings, Predictor predictor, ModelShelf shelf) {
        return KeptWarm.start(predictor, shelf, settings.keepWarm());
    }

    @Bean
    PredictRoutes predictRoutes(Predictor predictor, SplitKey split, MeterRegistry meters) {
        return new PredictRoutes(predictor, split, meters);
    }

    @Bean
    OpenApiCustomizer predictApiDescription() {
        return new PredictApiDescription();
    }

    @Bean
    HealthPart forecastHealth(FirstModels first) {
        return HealthPart.of("forecast-models", first::health);
    }

    @Bean
    MeterBinder forecastModels(FirstModels first) {
        return registry ->
                Gauge.builder("nagar.forecast.models.ready", first, FirstModels::ready)
                        .description("models that speak; baselines answer for the others")
                        .register(registry);
    }
}
