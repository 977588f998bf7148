package town.nagar.forecast.registry.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.InstantSource;
import town.nagar.forecast.registry.tracking.RunLog;
import town.nagar.kit.http.ApiException;

/** Runs on an MLflow server, by its REST API. */
public final class RemoteRunLog implements RunLog, AutoCloseable {
    private static final int NOT_FOUND = 404;

    private final MlflowServer server;
    private final InstantSource clock;

    /**
     * A server.
     *
     * @param token sent to it as a bearer token; empty for none
     */
    public RemoteRunLog(URI url, String token, InstantSource clock) {
        this.server = new MlflowServer(url, token);
        this.clock = clock;
    }

    @Override
    public String add(Done run) {
        long now = clock.millis();
        ObjectNode fresh =
                MlflowServer.JSON
                        .createObjectNode()
                        .put("experiment_id", experiment(run.experiment()))
                        .put("user_id", run.user())
                        .put("run_name", run.name())
                        .put("start_time", Long.toString(now));
        fresh.set("tags", MlflowServer.keyed(run.tags()));
        String id = server.send("POST", "runs/create", fresh).at("/run/info/run_id").asText();
        ObjectNode batch = MlflowServer.JSON.createObjectNode().put("run_id", id);
        batch.set("params", MlflowServer.keyed(run.parameters()));
        ArrayNode metrics = batch.putArray("metrics");
        run.metrics()
                .forEach((key, value) ->
                        metrics.addObject()
                                .put("key", key)
                                .put("value", value)
                                .put("timestamp", Long.toString(now))
                                .put("step", "0"));
        server.send("POST", "runs/log-batch", batch);
        server.send(
                "POST",
                "runs/update",
                MlflowServer.JSON
                        .createObjectNode()
                        .put("run_id", id)
                        .put("status", "FINISHED")
                        .put("end_time", Long.toString(now)));
        return id;
    }

    private String experiment(String name) {
        try {
            return server.get(
                            "experiments/get-by-name?experiment_name=" + MlflowServer.encoded(name))
                    .at("/experiment/experiment_id")
                    .asText();
        } catch (ApiException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            return server.send(
                            "POST",
                            "experiments/create",
                            MlflowServer.JSON.createObjectNode().put("name", name))
                    .at("/experiment_id")
                    .asText();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
