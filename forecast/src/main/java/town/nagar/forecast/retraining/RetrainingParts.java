package town.nagar.forecast.retraining;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.nagar.forecast.monitoring.Episodes;
import town.nagar.forecast.monitoring.MonitoringTables;
import town.nagar.forecast.monitoring.WholePast;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.rollout.ModelShelf;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.training.ModelMaker;
import town.nagar.kit.settings.Settings;

/** Models made anew, as a part of the forecast service. */
@Configuration(proxyBeanMethods = false)
public final class RetrainingParts {
    @Bean
    RetrainingSettings retrainingSettings(Settings settings) {
        return RetrainingSettings.of(settings);
    }

    @Bean
    Retraining retraining(
            RetrainingSettings settings,
            MonitoringTables tables,
            WholePast past,
            Episodes episodes,
            ModelShelf shelf,
            ModelMaker maker,
            ObjectProvider<NewVersions> versions,
            ObjectProvider<ChangeLog> log,
            MeterRegistry meters,
            InstantSource clock) {
        return Retraining.start(
                new Retraining.Parts(
                        new Requests(tables.tables()),
                        new TownData(past, episodes, settings.faultFor())::read,
                        name -> shelf.lineup(name).production(),
                        maker,
                        (trained, who, why) -> taker(versions).offer(trained, who, why),
                        (who, what, model, why, detail) -> tell(log, who, what, model, why, detail),
                        meters),
                settings,
                clock);
    }

    private static NewVersions taker(ObjectProvider<NewVersions> versions) throws IOException {
        NewVersions taker = versions.getIfAvailable();
        if (taker == null) {
            throw new IOException("nothing here takes new versions");
        }
        return taker;
    }

    private static void tell(
            ObjectProvider<ChangeLog> log,
            String who,
            String what,
            String model,
            String why,
            Map<String, ?> detail) {
        log.ifAvailable(known -> known.add(who, what, model, 0, why, detail));
    }

    @Bean
    RetrainRoute retrainRoute(Retraining retraining) {
        return new RetrainRoute(retraining);
    }

    @Bean
    OpenApiCustomizer forecastsApiDescription() {
        return new ForecastsApiDescription();
    }
}
