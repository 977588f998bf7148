package town.nagar.forecast.registry;

import java.net.URI;
import java.time.InstantSource;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import town.nagar.forecast.registry.artifacts.Artifacts;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.catalogue.RemoteCatalogue;
import town.nagar.forecast.registry.catalogue.RemoteRunLog;
import town.nagar.forecast.registry.models.ModelsApiDescription;
import town.nagar.forecast.registry.models.ModelsRoute;
import town.nagar.forecast.registry.models.RolloutView;
import town.nagar.forecast.registry.models.VersionsRoute;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tracking.RunLog;
import town.nagar.kit.health.HealthPart;
import town.nagar.kit.servers.PostgresAddress;
import town.nagar.kit.settings.Settings;

/** The model registry, as a part of the forecast service. */
@Configuration(proxyBeanMethods = false)
@Import(MlflowParts.class)
public class RegistryParts {
    @Bean
    RegistrySettings registrySettings(Settings settings) {
        return RegistrySettings.of(settings);
    }

    @Bean
    Tables registryTables(RegistrySettings settings) {
        PostgresAddress where = settings.postgres();
        Tables tables =
                new Tables(
                        where.url(),
                        where.user(),
                        where.password().value(),
                        settings.own().connections(),
                        settings.runFiles());
        tables.tryToMake();
        return tables;
    }

    @Bean
    Artifacts modelArtifacts(RegistrySettings settings) {
        return new Artifacts(settings.objects().open());
    }

    @Bean
    ChangeLog changeLog(Tables registryTables, InstantSource clock) {
        return new ChangeLog(registryTables, clock);
    }

    @Bean
    @Conditional(MlflowParts.ServerGiven.class)
    Catalogue modelsElsewhere(RegistrySettings settings) {
        RegistrySettings.Mlflow where = settings.mlflow();
        return new RemoteCatalogue(URI.create(where.url()), where.token().value());
    }

    @Bean
    @Conditional(MlflowParts.ServerGiven.class)
    RunLog runsElsewhere(RegistrySettings settings, InstantSource clock) {
        RegistrySettings.Mlflow where = settings.mlflow();
        return new RemoteRunLog(URI.create(where.url()), where.token().value(), clock);
    }

    @Bean
    Releases releases(Tables registryTables, Catalogue catalogue, ChangeLog log) {
        return new Releases(registryTables, catalogue, log);
    }

    @Bean
    Promotions promotions(
            Tables registryTables, Catalogue catalogue, Releases releases, ChangeLog log) {
        return new Promotions(registryTables, catalogue, releases, log);
    }

    @Bean
    ModelsRoute modelsRoute(
            Tables registryTables,
            Catalogue catalogue,
            Releases releases,
            Promotions promotions,
            ChangeLog log,
            ObjectProvider<RolloutView> rollout) {
        return new ModelsRoute(
                registryTables,
                catalogue,
                releases,
                promotions,
                log,
                rollout.getIfAvailable(() -> RolloutView.NONE));
    }

    @Bean
    VersionsRoute versionsRoute(Releases releases, Promotions promotions, Artifacts artifacts) {
        return new VersionsRoute(releases, promotions, artifacts);
    }

    @Bean
    OpenApiCustomizer modelsApiDescription() {
        return new ModelsApiDescription();
    }

    @Bean
    HealthPart registryHealth(Tables registryTables) {
        return HealthPart.of("model-registry", registryTables::health);
    }
}
