package town.nagar.forecast.featurestore;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.nagar.forecast.feature.Definitions;
import town.nagar.forecast.featurestore.offline.Compaction;
import town.nagar.forecast.featurestore.offline.OfflineStore;
import town.nagar.forecast.featurestore.offline.PastFeatures;
import town.nagar.forecast.featurestore.online.OnlineStore;
import town.nagar.kit.http.Dialect;
import town.nagar.kit.recurring.Recurring;
import town.nagar.kit.settings.Settings;

/**
 * The feature store, as a part of the forecast service.
 *
 * <p>Servers are connected to and definitions read when they are first used: a town waits for its
 * start.
 */
@Configuration(proxyBeanMethods = false)
public final class FeatureStoreParts {
    @Bean
    FeatureStoreSettings featureStoreSettings(Settings settings) {
        return FeatureStoreSettings.of(settings);
    }

    @Bean
    OnlineStore onlineFeatures(FeatureStoreSettings settings, InstantSource clock) {
        return new OnlineStore(
                settings.redis().url(), settings.own().project(), settings.own().keyTtl(), clock);
    }

    @Bean
    OfflineStore offlineFeatures(FeatureStoreSettings settings, Settings all) {
        String home = System.getProperty("user.home") + "/.nagar";
        return new OfflineStore(
                settings.objects().open(),
                Path.of(all.get("nagar.data-dir", home)).resolve("forecast").resolve("features"));
    }

    @Bean
    Materialiser featureMaterialiser(
            OnlineStore online, OfflineStore offline, InstantSource clock, MeterRegistry meters) {
        return Materialiser.start(Definitions::shipped, online, offline, clock, meters);
    }

    @Bean(destroyMethod = "abandon")
    Recurring featureUpkeep(
            OfflineStore offline,
            FeatureStoreSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        return Upkeep.start(new Compaction(offline, settings.own().retention(), clock), meters);
    }

    @Bean
    OnlineRoute onlineRoute(OnlineStore online) {
        return new OnlineRoute(Definitions::shipped, online);
    }

    @Bean
    PushRoute pushRoute(OnlineStore online, OfflineStore offline, InstantSource clock) {
        return new PushRoute(Definitions::shipped, online, offline, clock);
    }

    @Bean
    FeaturesRoute featuresRoute(OfflineStore offline, FeatureStoreSettings settings) {
        return new FeaturesRoute(
                Definitions::shipped, new PastFeatures(offline), settings.own().project());
    }

    @Bean
    Dialect feastQuestions() {
        return new FeastDialect(OnlineRoute.PATH, Set.of(OnlineRoute.PATH, FeaturesRoute.HISTORY));
    }

    @Bean
    Dialect feastPushes() {
        return new FeastDialect(PushRoute.PATH, Set.of());
    }

    @Bean
    OpenApiCustomizer featuresApiDescription() {
        return new FeaturesApiDescription();
    }
}
