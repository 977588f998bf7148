package town.nagar.data;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.data.agriculture.AgricultureRoute;
import town.nagar.data.bus.TopicReader;
import town.nagar.data.history.History;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Subjects;
import town.nagar.data.latest.LatestCache;
import town.nagar.data.latest.LatestRoute;
import town.nagar.data.market.MarketRoute;
import town.nagar.data.places.Reference;
import town.nagar.data.pollution.PollutionTables;
import town.nagar.data.traffic.TrafficRoute;
import town.nagar.data.water.WaterRoute;
import town.nagar.data.weather.WeatherRoute;
import town.nagar.kit.settings.Settings;

/** The Data API and what keeps its tables. */
@Configuration(proxyBeanMethods = false)
public final class DataService {
    private static final Duration REFRESH_REGISTRY = Duration.ofSeconds(30);

    /** What each domain's tables hold. */
    private static final Map<Domain, Measurements> MEASUREMENTS =
            new EnumMap<>(
                    Map.of(
                            Domain.TRAFFIC, TrafficRoute.TRAFFIC,
                            Domain.POLLUTION, PollutionTables.POLLUTION,
                            Domain.WATER, WaterRoute.WATER,
                            Domain.AGRICULTURE, AgricultureRoute.AGRICULTURE,
                            Domain.MARKET, MarketRoute.MARKET,
                            Domain.WEATHER, WeatherRoute.WEATHER));

    @Bean
    DataSettings dataSettings(Settings settings) {
        return DataSettings.of(settings);
    }

    @Bean
    Tables dataTables(DataSettings settings) {
        return new Tables(settings.postgres(), settings.own().connections());
    }

    @Bean
    Reference reference(Tables tables, InstantSource clock) {
        return new Reference(tables.database(), clock);
    }

    @Bean
    Recurring registryRefresh(Tables tables, Reference reference) {
        return Recurring.start(
                "refresh-registry",
                REFRESH_REGISTRY,
                () -> {
                    tables.migrate();
                    reference.refresh();
                });
    }

    @Bean
    TopicReader referenceReader(DataSettings settings, Tables tables, Reference reference) {
        return TopicReader.start(
                settings.kafka().url(), Topics.REFERENCE, tables.database(), reference);
    }

    @Bean
    LatestCache latestCache(DataSettings settings, InstantSource clock) {
        return new LatestCache(settings.redis().url(), clock);
    }

    @Bean
    LatestRoute latestRoute(
            LatestCache cache, Tables tables, Reference reference, InstantSource clock) {
        DataSource database = tables.database();
        return new LatestRoute(cache, database, MEASUREMENTS, reference::registry, clock);
    }

    @Bean
    History history(Tables tables, Reference reference, InstantSource clock) {
        return new History(tables.database(), reference::registry, clock);
    }

    @Bean
    Subjects subjects(Tables tables, Reference reference) {
        return new Subjects(tables.database(), reference::registry);
    }

    @Bean
    TrafficRoute trafficRoute(History history, Subjects subjects) {
        return new TrafficRoute(history, subjects);
    }

    @Bean
    WaterRoute waterRoute(History history, Subjects subjects) {
        return new WaterRoute(history, subjects);
    }

    @Bean
    AgricultureRoute agricultureRoute(History history, Subjects subjects) {
        return new AgricultureRoute(history, subjects);
    }

    @Bean
    MarketRoute marketRoute(History history, Subjects subjects) {
        return new MarketRoute(history, subjects);
    }

    @Bean
    WeatherRoute weatherRoute(History history, Subjects subjects) {
        return new WeatherRoute(history, subjects);
    }
}
