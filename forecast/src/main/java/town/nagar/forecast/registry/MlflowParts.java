package town.nagar.forecast.registry;

import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import town.nagar.forecast.registry.catalogue.LocalCatalogue;
import town.nagar.forecast.registry.mlflow.ExperimentsRoute;
import town.nagar.forecast.registry.mlflow.MlflowDialect;
import town.nagar.forecast.registry.mlflow.ModelVersionsRoute;
import town.nagar.forecast.registry.mlflow.RegisteredModelsRoute;
import town.nagar.forecast.registry.mlflow.RunsRoute;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tracking.Experiments;
import town.nagar.forecast.registry.tracking.RunLog;
import town.nagar.forecast.registry.tracking.Runs;
import town.nagar.forecast.registry.tracking.TableRunLog;
import town.nagar.kit.settings.Settings;

/** MLflow's API over our own tables; absent where a server of MLflow's own keeps the models. */
@Configuration(proxyBeanMethods = false)
@Conditional(MlflowParts.NoServerGiven.class)
class MlflowParts {

    /** Whether an MLflow server is given by URL. */
    static class ServerGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Optional.ofNullable(context.getBeanFactory())
                    .map(beans -> beans.getBean(Settings.class))
                    .filter(settings -> !RegistrySettings.of(settings).mlflow().url().isEmpty())
                    .isPresent();
        }
    }

    /** Whether none is. */
    static final class NoServerGiven extends ServerGiven {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }

    @Bean
    LocalCatalogue modelCatalogue(Tables registryTables, InstantSource clock) {
        return new LocalCatalogue(registryTables, clock);
    }

    @Bean
    Experiments experiments(RegistrySettings settings, Tables registryTables, InstantSource clock) {
        return new Experiments(registryTables, settings.runFiles(), clock);
    }

    @Bean
    Runs runs(Tables registryTables) {
        return new Runs(registryTables);
    }

    @Bean
    RunLog runLog(Experiments experiments, Runs runs, InstantSource clock) {
        return new TableRunLog(experiments, runs, clock);
    }

    @Bean
    MlflowDialect mlflowDialect() {
        return new MlflowDialect();
    }

    @Bean
    ExperimentsRoute experimentsRoute(Experiments experiments) {
        return new ExperimentsRoute(experiments);
    }

    @Bean
    RunsRoute runsRoute(
            Tables registryTables, Experiments experiments, Runs runs, InstantSource clock) {
        return new RunsRoute(registryTables, experiments, runs, clock);
    }

    @Bean
    RegisteredModelsRoute registeredModelsRoute(
            Tables registryTables, LocalCatalogue catalogue, Releases releases, ChangeLog log) {
        return new RegisteredModelsRoute(registryTables, catalogue, releases, log);
    }

    @Bean
    ModelVersionsRoute modelVersionsRoute(
            Tables registryTables,
            LocalCatalogue catalogue,
            Releases releases,
            Promotions promotions,
            ChangeLog log) {
        return new ModelVersionsRoute(registryTables, catalogue, releases, promotions, log);
    }
}
