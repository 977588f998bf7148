package town.nagar.forecast.registry.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.search.Searched;
import town.nagar.forecast.registry.search.Subject;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tables.TextMap;
import town.nagar.kit.http.ApiException;

/** Models and versions in the registry's own tables. */
public final class LocalCatalogue implements Catalogue {
    private static final String MODELS =
            "SELECT m.*, "
                    + TextMap.column("model_tags t WHERE t.name = m.name")
                    + " AS tags, (SELECT coalesce(jsonb_object_agg(alias, version::text), '{}')::text"
                    + " FROM model_aliases a WHERE a.name = m.name) AS aliases"
                    + " FROM models m WHERE ";

    private static final String VERSIONS =
            "SELECT v.*, "
                    + TextMap.column(
                            "version_tags t WHERE t.name = v.name AND t.version = v.version")
                    + " AS tags, ARRAY (SELECT alias FROM model_aliases a WHERE a.name = v.name"
                    + " AND a.version = v.version ORDER BY alias) AS aliases"
                    + " FROM versions v WHERE ";

    private static final Searched MODELS_SEARCHED =
            new Searched(
                    Map.of(
                            "name", "m.name",
                            "creation_timestamp", "m.creation_timestamp",
                            "last_updated_timestamp", "m.last_updated_timestamp"),
                    Set.of("creation_timestamp", "last_updated_timestamp"),
                    Map.of(
                            Subject.TAG,
                            "SELECT value FROM model_tags t WHERE t.name = m.name AND t.key = ?"),
                    "m.name");

    private static final Searched VERSIONS_SEARCHED =
            new Searched(
                    Map.of(
                            "name", "v.name",
                            "version_number", "v.version",
                            "run_id", "v.run_id",
                            "source_path", "v.source",
                            "current_stage", "v.stage",
                            "user_id", "v.user_id",
                            "creation_timestamp", "v.creation_timestamp",
                            "last_updated_timestamp", "v.last_updated_timestamp"),
                    Set.of("version_number", "creation_timestamp", "last_updated_timestamp"),
                    Map.of(
                            Subject.TAG,
                            "SELECT value FROM version_tags t WHERE t.name = v.name"
                                    + " AND t.version = v.version AND t.key = ?"),
                    "v.last_updated_timestamp DESC, v.name, v.version DESC");

    private final Tables tables;
    private final InstantSource clock;

    public LocalCatalogue(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public RegisteredModel createModel(String name, String description, Map<String, String> tags) {
        long now = clock.millis();
        try {
            return tables.together(() -> {
                tables.sql()
                        .sql(
                                "INSERT INTO models (name, creation_timestamp,"
                                        + " last_updated_timestamp, description)"
                                        + " VALUES (?, ?, ?, ?)")
                        .params(name, now, now, description)
                        .update();
                tags.forEach((key, value) -> tagModel(name, key, value));
                return getModel(name);
            });
        } catch (DuplicateKeyException e) {
            throw exists(name);
        }
    }

    private static ApiException exists(String name) {
        return new ApiException(
                400,
                "RESOURCE_ALREADY_EXISTS",
                "Registered Model (name=%s) already exists".formatted(name),
                Map.of("name", name),
                Map.of());
    }

    private static ApiException noModel(String name) {
        return ApiException.notFound("registered model", name);
    }

    private static ApiException noVersion(String name, int version) {
        return ApiException.notFound("version of " + name, Integer.toString(version));
    }

    @Override
    public List<RegisteredModel> listModels() {
        return tables.sql()
                .sql(MODELS + "TRUE ORDER BY m.name")
                .query(LocalCatalogue::model)
                .list();
    }

    /** A page of models. */
    public Search.Page<RegisteredModel> searchModels(Search search) {
        Search.Clause clause = search.clause(MODELS_SEARCHED, "TRUE", List.of());
        return search.page(
                tables.sql()
                        .sql(MODELS + clause.text())
                        .params(clause.values())
                        .query(LocalCatalogue::model)
                        .list());
    }

    @Override
    public RegisteredModel getModel(String name) {
        return tables.sql()
                .sql(MODELS + "m.name = ?")
                .param(name)
                .query(LocalCatalogue::model)
                .optional()
                .orElseThrow(() -> noModel(name));
    }

    /** Gives a model another name. */
    public RegisteredModel rename(String name, String newName) {
        getModel(name);
        try {
            tables.sql()
                    .sql("UPDATE models SET name = ?, last_updated_timestamp = ? WHERE name = ?")
                    .params(newName, clock.millis(), name)
                    .update();
        } catch (DuplicateKeyException e) {
            throw exists(newName);
        }
        return getModel(newName);
    }

    /** Describes a model anew. */
    public RegisteredModel describe(String name, String description) {
        getModel(name);
        tables.sql()
                .sql("UPDATE models SET description = ?, last_updated_timestamp = ? WHERE name = ?")
                .params(description, clock.millis(), name)
                .update();
        return getModel(name);
    }

    /** Removes a model with its versions. */
    public void delete(String name) {
        getModel(name);
        tables.sql().sql("DELETE FROM models WHERE name = ?").param(name).update();
    }

    /** Sets a tag of a model, over one of the same key. */
    public void tagModel(String name, String key, String value) {
        getModel(name);
        tables.sql()
                .sql(
                        "INSERT INTO model_tags VALUES (?, ?, ?)"
                                + " ON CONFLICT (name, key) DO UPDATE SET value = excluded.value")
                .params(name, key, value)
                .update();
    }

    /** Removes a tag of a model, if there is one. */
    public void untagModel(String name, String key) {
        tables.sql()
                .sql("DELETE FROM model_tags WHERE name = ? AND key = ?")
                .params(name, key)
                .update();
    }

    @Override
    public ModelVersion createVersion(NewVersion version) {
        return tables.together(() -> {
            int number = nextNumber(version.name());
            long now = clock.millis();
            tables.sql()
                    .sql(
                            "INSERT INTO versions (name, version, creation_timestamp,"
                                    + " last_updated_timestamp, user_id, description, source,"
                                    + " run_id, run_link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            version.name(),
                            number,
                            now,
                            now,
                            version.user(),
                            version.description(),
                            version.source(),
                            version.runId(),
                            version.runLink())
                    .update();
            version.tags().forEach((key, value) -> tag(version.name(), number, key, value));
            return getVersion(version.name(), number);
        });
    }

    /**
     * The row of the model is held until the transaction ends, so that no number is given twice.
     */
    private int nextNumber(String name) {
        return tables.sql()
                .sql(
                        "UPDATE models SET last_version = last_version + 1,"
                                + " last_updated_timestamp = ? WHERE name = ?"
                                + " RETURNING last_version")
                .params(clock.millis(), name)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> noModel(name));
    }

    @Override
    public ModelVersion getVersion(String name, int version) {
        return tables.sql()
                .sql(VERSIONS + "v.name = ? AND v.version = ?")
                .params(name, version)
                .query(LocalCatalogue::version)
                .optional()
                .orElseThrow(() -> noVersion(name, version));
    }

    @Override
    public List<ModelVersion> listVersions(String name) {
        getModel(name);
        return tables.sql()
                .sql(VERSIONS + "v.name = ? ORDER BY v.version")
                .param(name)
                .query(LocalCatalogue::version)
                .list();
    }

    /** A page of versions. */
    public Search.Page<ModelVersion> searchVersions(Search search) {
        Search.Clause clause = search.clause(VERSIONS_SEARCHED, "TRUE", List.of());
        return search.page(
                tables.sql()
                        .sql(VERSIONS + clause.text())
                        .params(clause.values())
                        .query(LocalCatalogue::version)
                        .list());
    }

    @Override
    public void move(String name, int version, MlflowStage stage) {
        change(name, version, "stage = ?", stage.word());
    }

    /** Describes a version anew. */
    public ModelVersion describe(String name, int version, String description) {
        change(name, version, "description = ?", description);
        return getVersion(name, version);
    }

    private void change(String name, int version, String assignment, String value) {
        int changed =
                tables.sql()
                        .sql(
                                "UPDATE versions SET last_updated_timestamp = ?, %s WHERE name = ? AND version = ?"
                                        .formatted(assignment))
                        .params(clock.millis(), value, name, version)
                        .update();
        if (changed == 0) {
            throw noVersion(name, version);
        }
    }

    /** Removes a version. */
    public void deleteVersion(String name, int version) {
        getVersion(name, version);
        tables.sql()
                .sql("DELETE FROM versions WHERE name = ? AND version = ?")
                .params(name, version)
                .update();
    }

    @Override
    public void tag(String name, int version, String key, String value) {
        getVersion(name, version);
        tables.sql()
                .sql(
                        "INSERT INTO version_tags VALUES (?, ?, ?, ?) ON CONFLICT"
                                + " (name, version, key) DO UPDATE SET value = excluded.value")
                .params(name, version, key, value)
                .update();
    }

    /** Removes a tag of a version, if there is one. */
    public void untag(String name, int version, String key) {
        tables.sql()
                .sql("DELETE FROM version_tags WHERE name = ? AND version = ? AND key = ?")
                .params(name, version, key)
                .update();
    }

    @Override
    public void pointAlias(String name, String alias, int version) {
        getVersion(name, version);
        tables.sql()
                .sql(
                        "INSERT INTO model_aliases VALUES (?, ?, ?) ON CONFLICT (name, alias)"
                                + " DO UPDATE SET version = excluded.version")
                .params(name, alias, version)
                .update();
    }

    @Override
    public void removeAlias(String name, String alias) {
        tables.sql()
                .sql("DELETE FROM model_aliases WHERE name = ? AND alias = ?")
                .params(name, alias)
                .update();
    }

    @Override
    public Map<String, String> parameters(String runId) {
        Map<String, String> parameters = new HashMap<>();
        tables.sql()
                .sql("SELECT key, value FROM run_params WHERE run_id = ?")
                .param(runId)
                .query(row -> {
                    parameters.put(row.getString("key"), row.getString("value"));
                });
        return parameters;
    }

    private static RegisteredModel model(ResultSet row, int index) throws SQLException {
        Map<String, Integer> aliases = new HashMap<>();
        TextMap.read(row.getString("aliases"))
                .forEach((alias, version) -> aliases.put(alias, Integer.valueOf(version)));
        return new RegisteredModel(
                row.getString("name"),
                row.getLong("creation_timestamp"),
                row.getLong("last_updated_timestamp"),
                row.getString("description"),
                TextMap.read(row.getString("tags")),
                aliases);
    }

    private static ModelVersion version(ResultSet row, int index) throws SQLException {
        @Nullable Array aliases = row.getArray("aliases");
        return new ModelVersion(
                row.getString("name"),
                row.getInt("version"),
                row.getLong("creation_timestamp"),
                row.getLong("last_updated_timestamp"),
                row.getString("user_id"),
                MlflowStage.find(row.getString("stage")).orElseThrow(),
                row.getString("description"),
                row.getString("source"),
                row.getString("run_id"),
                row.getString("run_link"),
                TextMap.read(row.getString("tags")),
                Optional.ofNullable(aliases).isPresent()
                        ? List.of((String[]) aliases.getArray())
                        : List.of());
    }
}
