package town.nagar.data;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.data.agriculture.AgricultureRoute;
import town.nagar.data.alerts.AlertRoute;
import town.nagar.data.alerts.Episodes;
import town.nagar.data.archive.Archive;
import town.nagar.data.archive.ExpirySweep;
import town.nagar.data.bus.TopicReader;
import town.nagar.data.documents.Documents;
import town.nagar.data.history.History;
import town.nagar.data.history.Measurements;
import town.nagar.data.history.Subjects;
import town.nagar.data.latest.LatestCache;
import town.nagar.data.latest.LatestRoute;
import town.nagar.data.livepage.LivePageRoute;
import town.nagar.data.market.MarketRoute;
import town.nagar.data.openapi.DataApiDescription;
import town.nagar.data.partitions.Months;
import town.nagar.data.partitions.SortedMonths;
import town.nagar.data.places.PlacesRoute;
import town.nagar.data.places.Reference;
import town.nagar.data.pollution.PollutionRoute;
import town.nagar.data.pollution.PollutionTables;
import town.nagar.data.traffic.TrafficRoute;
import town.nagar.data.water.WaterRoute;
import town.nagar.data.weather.WeatherRoute;
import town.nagar.kit.health.HealthPart;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.kit.recurring.Recurring;
import town.nagar.kit.settings.Settings;

/** The Data API and what keeps its tables. */
@Configuration(proxyBeanMethods = false)
public final class DataService {
    private static final Duration REFRESH_REGISTRY = Duration.ofSeconds(30);
    private static final Duration PROJECT_EVERY = Duration.ofSeconds(1);
    private static final Duration KEEP_MONTHS_EVERY = Duration.ofMinutes(1);
    private static final Duration ARCHIVE_EVERY = Duration.ofMinutes(2);
    private static final Duration EXPIRE_AFTER = Duration.ofMinutes(1);
    private static final Duration EXPIRE_EVERY = Duration.ofHours(6);

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
        Tables tables = new Tables(settings.postgres(), settings.own().connections());
        tables.tryToMigrate();
        return tables;
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
    History history(
            DataSettings settings, Tables tables, Reference reference, InstantSource clock) {
        return new History(
                tables.database(), reference::registry, settings.own().answerWithin(), clock);
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

    @Bean
    PollutionRoute pollutionRoute(Tables tables, Reference reference, InstantSource clock) {
        return new PollutionRoute(tables.database(), reference::registry, clock);
    }

    @Bean
    PlacesRoute placesRoute(Tables tables) {
        return new PlacesRoute(tables.database(), tables::geography);
    }

    @Bean
    TopicReader alertReader(DataSettings settings, Tables tables) {
        return TopicReader.start(
                settings.kafka().url(), Topics.ALERTS, tables.database(), new Episodes());
    }

    @Bean
    AlertRoute alertRoute(Tables tables, Reference reference) {
        return new AlertRoute(tables.database(), reference::registry);
    }

    @Bean
    Documents documents(DataSettings settings, Tables tables, Reference reference) {
        return new Documents(settings.mongo().url(), tables.database(), reference::registry);
    }

    @Bean
    Recurring documentProjection(Documents documents) {
        return Recurring.start("project-documents", PROJECT_EVERY, documents::project);
    }

    @Bean
    Rollups rollups(Tables tables, InstantSource clock) {
        return new Rollups(tables, clock);
    }

    @Bean
    Recurring rollupRefresh(DataSettings settings, Rollups rollups) {
        return Recurring.start("refresh-rollups", settings.own().refreshEvery(), rollups::refresh);
    }

    @Bean
    Recurring monthKeeping(DataSettings settings, Tables tables, InstantSource clock) {
        Months months = new Months(tables.database(), MEASUREMENTS, clock);
        SortedMonths sorted = new SortedMonths(tables.database(), MEASUREMENTS, clock);
        DataSettings.Own own = settings.own();
        return Recurring.start(
                "keep-months",
                KEEP_MONTHS_EVERY,
                () -> {
                    if (tables.migrate().monthly()) {
                        months.make(own.monthsAhead());
                        months.drop(Domain.POLLUTION, own.keepRawPollution(), own.archive());
                        sorted.sortOne();
                    }
                });
    }

    @Bean
    ObjectStore objectStore(DataSettings settings) {
        return settings.objects().open();
    }

    @Bean
    Recurring archiving(
            DataSettings settings,
            Settings all,
            Tables tables,
            ObjectStore objects,
            InstantSource clock) {
        String home = System.getProperty("user.home") + "/.nagar";
        Path scratch = Path.of(all.get("nagar.data-dir", home)).resolve("archive");
        Archive archive = new Archive(tables.database(), MEASUREMENTS, objects, scratch, clock);
        return Recurring.start(
                "archive",
                ARCHIVE_EVERY,
                () -> {
                    if (settings.own().archive()) {
                        archive.archive();
                    }
                });
    }

    @Bean
    Recurring expiry(ObjectStore objects, InstantSource clock) {
        ExpirySweep sweep = new ExpirySweep(objects, ExpirySweep.RULES, clock);
        return Recurring.start(
                Thread.ofVirtual().name("expire-objects"),
                EXPIRE_AFTER,
                EXPIRE_EVERY,
                sweep::sweep);
    }

    @Bean
    OpenApiCustomizer dataApiDescription() {
        return new DataApiDescription();
    }

    @Bean
    LivePageRoute livePageRoute() {
        return new LivePageRoute();
    }

    @Bean
    HealthPart postgresHealth(Tables tables) {
        return HealthPart.needed("postgres", tables::health);
    }

    @Bean
    HealthPart redisHealth(LatestCache cache) {
        return HealthPart.answering(
                "redis", cache::answers, "newest values come from the tables, more slowly");
    }

    @Bean
    HealthPart mongoHealth(Documents documents) {
        return HealthPart.answering(
                "mongo", documents::answers, "documents wait; alerts are kept and served");
    }

    @Bean
    HealthPart objectsHealth(ObjectStore objects) {
        return HealthPart.answering(
                "objects", objects::answers, "archives wait; raw rows are kept until then");
    }

    @Bean
    HealthPart rollupsHealth(Rollups rollups) {
        return HealthPart.of("rollups", rollups::health);
    }

    @Bean
    MeterBinder rollupsWaiting(Rollups rollups) {
        return registry ->
                Gauge.builder("nagar.data.rollups.waiting", rollups, Rollups::waiting)
                        .description("marked hours that have ended and are not derived yet")
                        .register(registry);
    }
}
