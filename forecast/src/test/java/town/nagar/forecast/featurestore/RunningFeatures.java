package town.nagar.forecast.featurestore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import town.nagar.forecast.RunningParts;
import town.nagar.forecast.RunningParts.Answer;
import town.nagar.supervisor.ServerName;

/** The feature store on a port of its own, with nothing in it. */
final class RunningFeatures implements AutoCloseable {
    private final RunningParts parts;

    private RunningFeatures(RunningParts parts) {
        this.parts = parts;
    }

    /** Starts it on real servers, with a project and a bucket of its own. */
    static RunningFeatures start(String dataDir, InstantSource clock) {
        Map<String, String> settings = EmptyBucket.settings(ServerName.REDIS, ServerName.S3);
        String own = UUID.randomUUID().toString().replace("-", "");
        settings.put("nagar.forecast.features.project", "p" + own);
        settings.put("nagar.data-dir", dataDir);
        return startOn(settings, clock);
    }

    /** Starts it on servers that need not be there. */
    static RunningFeatures startOn(Map<String, String> settings, InstantSource clock) {
        Class<?>[] parts = {FeatureStoreParts.class};
        return new RunningFeatures(RunningParts.start(parts, settings, clock, _ -> {}));
    }

    /** The service's address. */
    URI url() {
        return parts.url();
    }

    Answer get(String path) throws IOException, InterruptedException {
        return parts.get(path);
    }

    /** The answer to a call with a key; an empty key for none. */
    Answer post(String path, String body, String key) throws IOException, InterruptedException {
        return parts.post(path, body, key);
    }

    /** The answer to a body of which nobody says what it is, as Python's clients send it. */
    Answer postBytes(String path, String body) throws IOException, InterruptedException {
        return parts.answer(parts.request(path).POST(BodyPublishers.ofString(body)));
    }

    <T> T part(Class<T> type) {
        return parts.part(type);
    }

    @Override
    public void close() {
        parts.close();
    }
}
