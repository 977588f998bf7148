package town.nagar.forecast.monitoring;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.forecast.EmptyDatabase;
import town.nagar.forecast.RunningParts;
import town.nagar.forecast.RunningParts.Answer;
import town.nagar.forecast.registry.RegistryParts;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.retraining.RetrainingParts;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.rollout.SplitKey;
import town.nagar.forecast.serving.FolderShelf;
import town.nagar.forecast.serving.MadeModels;
import town.nagar.forecast.serving.ServingParts;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The forecast service on a port of its own with an empty database, judging only when told to. */
public final class RunningWatch implements AutoCloseable {
    private final RunningParts parts;

    private RunningWatch(RunningParts parts) {
        this.parts = parts;
    }

    /** Starts it on a new database. */
    public static RunningWatch start(
            Path dataDir,
            String dataUrl,
            InstantSource clock,
            NewVersions versions,
            Map<String, String> more) {
        Map<String, String> settings =
                new TreeMap<>(EphemeralServers.settings(ServerName.POSTGRES));
        settings.put("nagar.postgres.url", EmptyDatabase.on(settings));
        settings.put("nagar.kafka.url", "127.0.0.1:1");
        settings.putAll(more);
        return startOn(settings, dataDir, dataUrl, clock, versions);
    }

    /** Starts it on servers that need not be there. */
    public static RunningWatch startOn(
            Map<String, String> servers,
            Path dataDir,
            String dataUrl,
            InstantSource clock,
            NewVersions versions) {
        Map<String, String> settings = new TreeMap<>(servers);
        settings.put("nagar.data-dir", dataDir.toString());
        settings.put("nagar.forecast.data-url", dataUrl);
        settings.put("nagar.forecast.first-models", "false");
        settings.put("nagar.forecast.keep-warm", "false");
        settings.put("nagar.forecast.monitoring.enabled", "false");
        Class<?>[] parts = {
            RegistryParts.class, ServingParts.class, MonitoringParts.class, RetrainingParts.class
        };
        return new RunningWatch(
                RunningParts.start(
                        parts,
                        settings,
                        clock,
                        fresh -> {
                            fresh.registerBean(
                                    NewVersions.class,
                                    () -> versions,
                                    bean -> bean.setPrimary(true));
                            fresh.registerBean(
                                    FolderShelf.class,
                                    () -> new FolderShelf(MadeModels.models(dataDir)));
                            fresh.registerBean(SplitKey.class, () -> (_, place) -> place);
                        }));
    }

    /** Has statements of the hours before a moment kept, each told twice. */
    public void say(Stage stage, String version, Instant before, int hours, double more)
            throws InterruptedException {
        KeptStatements statements = part(KeptStatements.class);
        long count = statements.kept() + hours;
        for (int back = 1; back <= hours; back++) {
            Instant origin = before.minus(Duration.ofHours(back));
            var said = new MadeStatement(version, stage, origin, more, 6);
            statements.take(said);
            statements.take(said);
        }
        for (int tries = 0; tries < 200 && statements.kept() < count; tries++) {
            Thread.sleep(50);
        }
        if (statements.kept() != count) {
            throw new IllegalStateException("kept " + statements.kept() + " of " + count);
        }
    }

    /** Judges everything once. */
    public void round() {
        part(Rounds.class).round();
    }

    public <T> T part(Class<T> type) {
        return parts.part(type);
    }

    /** What is at a path. */
    public Answer get(String path) throws IOException, InterruptedException {
        return parts.get(path);
    }

    /** The answer to a call with a key; an empty one for none. */
    public Answer post(String path, String body, String key)
            throws IOException, InterruptedException {
        return parts.post(path, body, key);
    }

    /** What Prometheus is told. */
    public String metrics() throws IOException, InterruptedException {
        return parts.send(parts.request("/metrics")).body();
    }

    /** The service's address. */
    public URI url() {
        return parts.url();
    }

    @Override
    public void close() {
        parts.close();
    }
}
