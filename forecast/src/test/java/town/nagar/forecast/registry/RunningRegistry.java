package town.nagar.forecast.registry;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.forecast.EmptyDatabase;
import town.nagar.forecast.RunningParts;
import town.nagar.supervisor.EphemeralServers;
import town.nagar.supervisor.ServerName;

/** The registry on a port of its own, with an empty database. */
final class RunningRegistry implements AutoCloseable {
    private final RunningParts parts;

    private RunningRegistry(RunningParts parts) {
        this.parts = parts;
    }

    /** Starts it on a new database and the shared object store. */
    static RunningRegistry start(Map<String, String> more) {
        Map<String, String> settings =
                new TreeMap<>(EphemeralServers.settings(ServerName.POSTGRES, ServerName.S3));
        settings.put("nagar.postgres.url", EmptyDatabase.on(settings));
        settings.putAll(more);
        return startOn(settings);
    }

    /** Starts it on servers that need not be there. */
    static RunningRegistry startOn(Map<String, String> settings) {
        Class<?>[] parts = {RegistryParts.class};
        return new RunningRegistry(
                RunningParts.start(parts, settings, InstantSource.system(), _ -> {}));
    }

    /** The service's address. */
    String url() {
        return parts.url().toString();
    }

    /** The answer to a call with a key; an empty key for none. */
    HttpResponse<String> call(String method, String path, String body, String key)
            throws IOException, InterruptedException {
        return parts.send(parts.request(path, method, body, key));
    }

    /** A part of the service. */
    <T> T part(Class<T> type) {
        return parts.part(type);
    }

    @Override
    public void close() {
        parts.close();
    }
}
