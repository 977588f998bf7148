package town.nagar.forecast.registry.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.search.Searched;
import town.nagar.forecast.registry.search.Subject;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tables.TextMap;

/** The experiments there are. */
public final class Experiments {
    private static final String SELECT =
            "SELECT e.*, "
                    + TextMap.column("experiment_tags t WHERE t.experiment_id = e.experiment_id")
                    + " AS tags FROM experiments e WHERE ";
    private static final Searched SEARCHED =
            new Searched(
                    Map.of(
                            "name", "e.name",
                            "experiment_id", "e.experiment_id",
                            "creation_time", "e.creation_time",
                            "last_update_time", "e.last_update_time"),
                    Set.of("experiment_id", "creation_time", "last_update_time"),
                    Map.of(
                            Subject.TAG,
                            "SELECT value FROM experiment_tags t"
                                    + " WHERE t.experiment_id = e.experiment_id AND t.key = ?"),
                    "e.last_update_time DESC, e.experiment_id DESC");

    private final Tables tables;
    private final String artifacts;
    private final InstantSource clock;

    /**
     * Experiments in tables.
     *
     * @param artifacts the URI below which each has its own place for files
     */
    public Experiments(Tables tables, String artifacts, InstantSource clock) {
        this.tables = tables;
        this.artifacts = artifacts;
        this.clock = clock;
    }

    /** Makes one and gives its id; empty if the name is taken, also by a deleted one. */
    public Optional<Long> create(String name, String artifactLocation, Map<String, String> tags) {
        try {
            return Optional.of(
                    tables.together(() -> {
                        long id = insert(name, artifactLocation);
                        tags.forEach((key, value) -> tag(id, key, value));
                        return id;
                    }));
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    private long insert(String name, String artifactLocation) {
        long now = clock.millis();
        long id =
                tables.sql()
                        .sql(
                                "INSERT INTO experiments (name, artifact_location, creation_time,"
                                        + " last_update_time) VALUES (?, ?, ?, ?)"
                                        + " RETURNING experiment_id")
                        .params(name, artifactLocation, now, now)
                        .query(Long.class)
                        .single();
        if (artifactLocation.isEmpty()) {
            tables.sql()
                    .sql("UPDATE experiments SET artifact_location = ? WHERE experiment_id = ?")
                    .params(artifacts + "/" + id, id)
                    .update();
        }
        return id;
    }

    /** One by its id. */
    public Optional<Experiment> find(long id) {
        return tables.sql()
                .sql(SELECT + "e.experiment_id = ?")
                .param(id)
                .query(Experiments::read)
                .optional();
    }

    /** One by its name. */
    public Optional<Experiment> find(String name) {
        return tables.sql()
                .sql(SELECT + "e.name = ?")
                .param(name)
                .query(Experiments::read)
                .optional();
    }

    /** A page of them, the newest first unless asked otherwise. */
    public Search.Page<Experiment> search(Search search, List<String> stages) {
        Search.Clause clause =
                search.clause(
                        SEARCHED,
                        "e.lifecycle_stage = ANY (?)",
                        List.of((Object) stages.toArray(String[]::new)));
        return search.page(
                tables.sql()
                        .sql(SELECT + clause.text())
                        .params(clause.values())
                        .query(Experiments::read)
                        .list());
    }

    /** Renames one; false if the name is taken. */
    public boolean rename(long id, String name) {
        try {
            change("name = ?", name, id);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Deletes or restores one. */
    public void setStage(long id, String stage) {
        change("lifecycle_stage = ?", stage, id);
    }

    private void change(String assignment, String value, long id) {
        tables.sql()
                .sql(
                        "UPDATE experiments SET last_update_time = ?, "
                                + assignment
                                + " WHERE experiment_id = ?")
                .params(clock.millis(), value, id)
                .update();
    }

    /** Sets a tag, over one of the same key. */
    public void tag(long id, String key, String value) {
        tables.sql()
                .sql(
                        "INSERT INTO experiment_tags VALUES (?, ?, ?) ON CONFLICT (experiment_id,"
                                + " key) DO UPDATE SET value = excluded.value")
                .params(id, key, value)
                .update();
    }

    private static Experiment read(ResultSet row, int index) throws SQLException {
        return new Experiment(
                row.getLong("experiment_id"),
                row.getString("name"),
                row.getString("artifact_location"),
                row.getString("lifecycle_stage"),
                row.getLong("creation_time"),
                row.getLong("last_update_time"),
                TextMap.read(row.getString("tags")));
    }
}
