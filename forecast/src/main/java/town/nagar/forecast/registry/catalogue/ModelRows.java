package town.nagar.forecast.registry.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.search.Searched;
import town.nagar.forecast.registry.search.Subject;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tables.TextMap;
import town.nagar.kit.http.ApiException;

/** The table of models, with their tags. */
final class ModelRows {
    private static final String MODELS =
            "SELECT m.*, "
                    + TextMap.column("model_tags t WHERE t.name = m.name")
                    + " AS tags, (SELECT coalesce(jsonb_object_agg(alias, version::text), '{}')::text"
                    + " FROM model_aliases a WHERE a.name = m.name) AS aliases"
                    + " FROM models m WHERE ";

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

    private final Tables tables;
    private final InstantSource clock;

    ModelRows(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    RegisteredModel create(String name, String description, Map<String, String> tags) {
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
                tags.forEach((key, value) -> tag(name, key, value));
                return get(name);
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

    List<RegisteredModel> list() {
        return tables.sql().sql(MODELS + "TRUE ORDER BY m.name").query(ModelRows::model).list();
    }

    /** A page of models. */
    Search.Page<RegisteredModel> search(Search search) {
        Search.Clause clause = search.clause(MODELS_SEARCHED, "TRUE", List.of());
        return search.page(
                tables.sql()
                        .sql(MODELS + clause.text())
                        .params(clause.values())
                        .query(ModelRows::model)
                        .list());
    }

    RegisteredModel get(String name) {
        return tables.sql()
                .sql(MODELS + "m.name = ?")
                .param(name)
                .query(ModelRows::model)
                .optional()
                .orElseThrow(() -> noModel(name));
    }

    /** Gives a model another name. */
    RegisteredModel rename(String name, String newName) {
        get(name);
        try {
            tables.sql()
                    .sql("UPDATE models SET name = ?, last_updated_timestamp = ? WHERE name = ?")
                    .params(newName, clock.millis(), name)
                    .update();
        } catch (DuplicateKeyException e) {
            throw exists(newName);
        }
        return get(newName);
    }

    /** Describes a model anew. */
    RegisteredModel describe(String name, String description) {
        get(name);
        tables.sql()
                .sql("UPDATE models SET description = ?, last_updated_timestamp = ? WHERE name = ?")
                .params(description, clock.millis(), name)
                .update();
        return get(name);
    }

    /** Removes a model with its versions. */
    void delete(String name) {
        get(name);
        tables.sql().sql("DELETE FROM models WHERE name = ?").param(name).update();
    }

    /** Sets a tag of a model, over one of the same key. */
    void tag(String name, String key, String value) {
        get(name);
        tables.sql()
                .sql(
                        "INSERT INTO model_tags VALUES (?, ?, ?)"
                                + " ON CONFLICT (name, key) DO UPDATE SET value = excluded.value")
                .params(name, key, value)
                .update();
    }

    /** Removes a tag of a model, if there is one. */
    void untag(String name, String key) {
        tables.sql()
                .sql("DELETE FROM model_tags WHERE name = ? AND key = ?")
                .params(name, key)
                .update();
    }

    /**
     * The number of a model's next version.
     *
     * <p>The row of the model is held until the transaction ends, so that no number is given twice.
     */
    int nextNumber(String name) {
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
}
