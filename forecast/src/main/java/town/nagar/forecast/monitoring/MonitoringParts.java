package town.nagar.forecast.monitoring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.rollout.ModelShelf;
import town.nagar.forecast.serving.History;
import town.nagar.forecast.serving.KeptPast;
import town.nagar.kit.health.HealthPart;
import town.nagar.kit.servers.PostgresAddress;
import town.nagar.kit.settings.Settings;

/** The watch over forecasts, as a part of the forecast service. */
@Configuration(proxyBeanMethods = false)
public final class MonitoringParts {
    @Bean
    MonitoringSettings monitoringSettings(Settings settings) {
        return MonitoringSettings.of(settings);
    }

    @Bean
    MonitoringTables monitoringTables(MonitoringSettings settings) {
        PostgresAddress where = settings.postgres();
        Tables tables =
                new Tables(
                        where.url(),
                        where.user(),
                        where.password().value(),
                        settings.own().connections(),
                        MonitoringTables.SCHEMA);
        return new MonitoringTables(tables);
    }

    @Bean
    StatementTable statementTable(MonitoringTables tables) {
        return new StatementTable(tables.tables());
    }

    @Bean
    KeptStatements keptStatements(StatementTable table, MonitoringSettings settings) {
        return new KeptStatements(table, settings.own().queue());
    }

    @Bean
    Truths forecastTruths(MonitoringTables tables, StatementTable statements, History history) {
        return new Truths(tables.tables(), statements, history);
    }

    @Bean
    Comparisons comparisons(MonitoringTables tables, Truths truths) {
        return new Comparisons(tables.tables(), truths);
    }

    @Bean
    KeptTrackRecord trackRecord(Comparisons comparisons, InstantSource clock) {
        return new KeptTrackRecord(comparisons, clock);
    }

    @Bean
    WholePast wholePast(History history, KeptPast generated) {
        return new WholePast(history, generated::find);
    }

    @Bean
    AlertTopic alertTopic(Settings settings) {
        return new AlertTopic(settings.get("nagar.kafka.url", "127.0.0.1:9092"));
    }

    @Bean
    Episodes episodes(MonitoringTables tables, AlertTopic alerts) {
        return new Episodes(tables.tables(), alerts);
    }

    @Bean
    Rounds monitoringRounds(
            MonitoringSettings settings,
            MonitoringTables tables,
            ModelShelf shelf,
            StatementTable statements,
            Truths truths,
            Comparisons comparisons,
            KeptTrackRecord record,
            WholePast past,
            Episodes episodes,
            AlertTopic alerts,
            ObjectProvider<Concerns> concerns,
            MeterRegistry meters,
            InstantSource clock) {
        Concerns told = concerns.getIfAvailable(() -> Concerns.NONE);
        Gauges gauges = new Gauges(meters);
        DriftWatch drift =
                new DriftWatch(
                        past,
                        new References(past, settings.own()),
                        new StatementReader(tables.tables()),
                        episodes,
                        told,
                        gauges);
        return Rounds.start(
                new Rounds.Parts(
                        shelf,
                        statements,
                        truths,
                        comparisons,
                        record,
                        drift,
                        episodes,
                        told,
                        gauges,
                        alerts),
                settings.own(),
                clock);
    }

    @Bean
    QualityRoute qualityRoute(
            Comparisons comparisons, Episodes episodes, History history, InstantSource clock) {
        return new QualityRoute(comparisons, episodes, new Wards(history, clock), clock);
    }

    @Bean
    HealthPart monitoringHealth(Rounds rounds, KeptStatements kept) {
        return HealthPart.of("forecast-monitoring", () -> rounds.health(kept));
    }

    @Bean
    MeterBinder statementMeters(KeptStatements kept) {
        return registry -> {
            FunctionCounter.builder(
                            "nagar.forecast.statements.dropped", kept, KeptStatements::dropped)
                    .description("statements dropped because too many waited for the tables")
                    .register(registry);
            FunctionCounter.builder("nagar.forecast.statements.kept", kept, KeptStatements::kept)
                    .description("statements written")
                    .register(registry);
        };
    }
}
