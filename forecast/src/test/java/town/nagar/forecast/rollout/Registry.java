package town.nagar.forecast.rollout;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import town.nagar.forecast.EmptyDatabase;
import town.nagar.forecast.registry.artifacts.Artifacts;
import town.nagar.forecast.registry.catalogue.LocalCatalogue;
import town.nagar.forecast.registry.release.Change;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Promotions;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tracking.Experiments;
import town.nagar.forecast.registry.tracking.Runs;
import town.nagar.forecast.registry.tracking.TableRunLog;
import town.nagar.kit.objects.ObjectStore;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The parts of a registry over servers that may be real, empty or away. */
final class Registry implements AutoCloseable {
    final Tables tables;
    final LocalCatalogue catalogue;
    final ChangeLog log;
    final Releases releases;
    final Promotions promotions;
    final ObjectStore objects;
    final Artifacts artifacts;
    final Runs runs;
    private final TableRunLog runLog;

    private Registry(Map<String, String> settings, InstantSource clock) {
        tables =
                new Tables(
                        at(settings, "nagar.postgres.url"),
                        at(settings, "nagar.postgres.user"),
                        at(settings, "nagar.postgres.password"),
                        4,
                        "s3://test/mlflow");
        catalogue = new LocalCatalogue(tables, clock);
        log = new ChangeLog(tables, clock);
        releases = new Releases(tables, catalogue, log);
        promotions = new Promotions(tables, catalogue, releases, log);
        objects =
                new ObjectStore(
                        URI.create(at(settings, "nagar.s3.url")),
                        at(settings, "nagar.s3.access-key"),
                        at(settings, "nagar.s3.secret-key"),
                        "models-of-a-test");
        artifacts = new Artifacts(objects);
        runs = new Runs(tables);
        runLog = new TableRunLog(new Experiments(tables, "s3://test", clock), runs, clock);
    }

    private static String at(Map<String, String> settings, String key) {
        return Objects.requireNonNullElse(settings.get(key), "");
    }

    /** The settings of real servers with a database that is new. */
    static Map<String, String> fresh() {
        Map<String, String> settings =
                new TreeMap<>(EphemeralServers.settings(ServerName.POSTGRES, ServerName.S3));
        settings.put("nagar.postgres.url", EmptyDatabase.on(settings));
        return settings;
    }

    static Registry on(Map<String, String> settings, InstantSource clock) {
        return new Registry(settings, clock);
    }

    Arrivals arrivals(int mostInShadow, Runnable moved) {
        return new Arrivals(
                catalogue, releases, promotions, log, artifacts, runLog, mostInShadow, moved);
    }

    /** What happened to a version, the oldest first, as {@code what by who: why}. */
    List<String> told(String model, String version) {
        int number = releases.get(model, version).version().version();
        return log.list(model, Long.MAX_VALUE, 1000).reversed().stream()
                .filter(change -> change.version() == number)
                .map(Registry::words)
                .toList();
    }

    private static String words(Change change) {
        Object to = change.detail().getOrDefault("to", "");
        return "%s %s by %s: %s".formatted(change.what(), to, change.who(), change.why());
    }

    @Override
    public void close() {
        artifacts.close();
        tables.close();
    }
}
