package town.nagar.forecast.registry.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.search.Searched;
import town.nagar.forecast.registry.search.Subject;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tables.TextMap;

/** The runs there are, with what each logged. */
public final class Runs {
    /** Which of a metric's values is its newest, as MLflow has it. */
    private static final String NEWEST = " ORDER BY step DESC, timestamp DESC, value DESC";

    private static final String SELECT =
            "SELECT r.*, "
                    + TextMap.column("run_tags t WHERE t.run_id = r.run_id")
                    + " AS tags, "
                    + TextMap.column("run_params p WHERE p.run_id = r.run_id")
                    + " AS params, (SELECT coalesce(jsonb_agg(jsonb_build_array(key, value::text,"
                    + " timestamp, step) ORDER BY key), '[]')::text FROM (SELECT DISTINCT ON (key)"
                    + " * FROM run_metrics m WHERE m.run_id = r.run_id ORDER BY key, step DESC,"
                    + " timestamp DESC, value DESC) AS newest) AS metrics FROM runs r WHERE ";

    private static final Searched SEARCHED =
            new Searched(
                    Map.of(
                            "run_id", "r.run_id",
                            "run_name", "r.run_name",
                            "user_id", "r.user_id",
                            "status", "r.status",
                            "artifact_uri", "r.artifact_uri",
                            "start_time", "r.start_time",
                            "end_time", "r.end_time"),
                    Set.of("start_time", "end_time"),
                    Map.of(
                            Subject.TAG,
                            nested("run_tags", ""),
                            Subject.PARAMETER,
                            nested("run_params", ""),
                            Subject.METRIC,
                            nested("run_metrics", NEWEST + " LIMIT 1")),
                    "r.start_time DESC, r.run_id");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tables tables;

    public Runs(Tables tables) {
        this.tables = tables;
    }

    private static String nested(String table, String end) {
        return "SELECT value FROM %s x WHERE x.run_id = r.run_id AND x.key = ?%s"
                .formatted(table, end);
    }

    /** Keeps a new run with its tags. */
    public void create(Run run) {
        tables.together(() -> {
            tables.sql()
                    .sql(
                            "INSERT INTO runs (run_id, experiment_id, run_name, user_id, status,"
                                    + " start_time, artifact_uri) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            run.id(),
                            run.experimentId(),
                            run.name(),
                            run.user(),
                            run.status(),
                            run.startMillis(),
                            run.artifactUri())
                    .update();
            run.tags().forEach((key, value) -> tag(run.id(), key, value));
            return run;
        });
    }

    /** One by its id. */
    public Optional<Run> find(String id) {
        return tables.sql().sql(SELECT + "r.run_id = ?").param(id).query(Runs::read).optional();
    }

    /** A page of the runs of some experiments, the latest first unless asked otherwise. */
    public Search.Page<Run> search(Search search, List<Long> experiments, List<String> stages) {
        Search.Clause clause =
                search.clause(
                        SEARCHED,
                        "r.experiment_id = ANY (?) AND r.lifecycle_stage = ANY (?)",
                        List.<Object>of(
                                experiments.toArray(Long[]::new), stages.toArray(String[]::new)));
        return search.page(
                tables.sql()
                        .sql(SELECT + clause.text())
                        .params(clause.values())
                        .query(Runs::read)
                        .list());
    }

    /** Writes what of a run may change after its start. */
    public void update(Run run) {
        tables.sql()
                .sql(
                        "UPDATE runs SET status = ?, end_time = nullif(?, 0), run_name = ?"
                                + " WHERE run_id = ?")
                .params(run.status(), run.endMillis(), run.name(), run.id())
                .update();
    }

    /** Deletes or restores one. */
    public void setStage(String id, String stage) {
        tables.sql()
                .sql("UPDATE runs SET lifecycle_stage = ? WHERE run_id = ?")
                .params(stage, id)
                .update();
    }

    /** Logs a parameter; false if the run has it with another value, which then stays. */
    public boolean logParameter(String id, String key, String value) {
        tables.sql()
                .sql("INSERT INTO run_params VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id, key, value)
                .update();
        return tables.sql()
                .sql("SELECT value FROM run_params WHERE run_id = ? AND key = ?")
                .params(id, key)
                .query(String.class)
                .single()
                .equals(value);
    }

    /** Logs a value of a metric; the same once more is taken for a repeat of the call. */
    public void logMetric(String id, Metric metric) {
        tables.sql()
                .sql(
                        "INSERT INTO run_metrics (run_id, key, value, timestamp, step)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id, metric.key(), metric.value(), metric.millis(), metric.step())
                .update();
    }

    /** Sets a tag, over one of the same key. */
    public void tag(String id, String key, String value) {
        tables.sql()
                .sql(
                        "INSERT INTO run_tags VALUES (?, ?, ?)"
                                + " ON CONFLICT (run_id, key) DO UPDATE SET value = excluded.value")
                .params(id, key, value)
                .update();
    }

    /** Removes a tag; false if there is none. */
    public boolean untag(String id, String key) {
        return tables.sql()
                        .sql("DELETE FROM run_tags WHERE run_id = ? AND key = ?")
                        .params(id, key)
                        .update()
                > 0;
    }

    /** A page of a metric's values in the order in which they were logged. */
    public List<Metric> history(String id, String key, int most, int skip) {
        return tables.sql()
                .sql(
                        "SELECT key, value, timestamp, step FROM run_metrics"
                                + " WHERE run_id = ? AND key = ? ORDER BY seq LIMIT ? OFFSET ?")
                .params(id, key, most, skip)
                .query((row, _) ->
                        new Metric(
                                row.getString("key"),
                                row.getDouble("value"),
                                row.getLong("timestamp"),
                                row.getLong("step")))
                .list();
    }

    private static Run read(ResultSet row, int index) throws SQLException {
        return new Run(
                row.getString("run_id"),
                row.getLong("experiment_id"),
                row.getString("run_name"),
                row.getString("user_id"),
                row.getString("status"),
                row.getLong("start_time"),
                row.getLong("end_time"),
                row.getString("artifact_uri"),
                row.getString("lifecycle_stage"),
                metrics(row.getString("metrics")),
                TextMap.read(row.getString("params")),
                TextMap.read(row.getString("tags")));
    }

    private static List<Metric> metrics(String json) {
        try {
            List<Metric> metrics = new ArrayList<>();
            for (JsonNode one : JSON.readTree(json)) {
                metrics.add(
                        new Metric(
                                one.get(0).asText(),
                                Double.parseDouble(one.get(1).asText()),
                                one.get(2).asLong(),
                                one.get(3).asLong()));
            }
            return metrics;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no metrics: " + json, e);
        }
    }
}
