package town.nagar.forecast.registry.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import town.nagar.forecast.registry.search.Search;
import town.nagar.forecast.registry.search.Searched;
import town.nagar.forecast.registry.search.Subject;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.registry.tables.TextMap;
import town.nagar.kit.http.ApiException;

/** The table of versions, with their tags and aliases. */
final class VersionRows {
    private static final String VERSIONS =
            "SELECT v.*, "
                    + TextMap.column(
                            "version_tags t WHERE t.name = v.name AND t.version = v.version")
                    + " AS tags, ARRAY (SELECT alias FROM model_aliases a WHERE a.name = v.name"
                    + " AND a.version = v.version ORDER BY alias) AS aliases"
                    + " FROM versions v WHERE ";

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

    VersionRows(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    ModelVersion create(NewVersion version, int number) {
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
        return get(version.name(), number);
    }

    private static ApiException noVersion(String name, int version) {
        return ApiException.notFound("version of " + name, Integer.toString(version));
    }

    ModelVersion get(String name, int version) {
        return tables.sql()
                .sql(VERSIONS + "v.name = ? AND v.version = ?")
                .params(name, version)
                .query(VersionRows::version)
                .optional()
                .orElseThrow(() -> noVersion(name, version));
    }

    List<ModelVersion> list(String name) {
        return tables.sql()
                .sql(VERSIONS + "v.name = ? ORDER BY v.version")
                .param(name)
                .query(VersionRows::version)
                .list();
    }

    /** A page of versions. */
    Search.Page<ModelVersion> search(Search search) {
        Search.Clause clause = search.clause(VERSIONS_SEARCHED, "TRUE", List.of());
        return search.page(
                tables.sql()
                        .sql(VERSIONS + clause.text())
                        .params(clause.values())
                        .query(VersionRows::version)
                        .list());
    }

    void move(String name, int version, MlflowStage stage) {
        change(name, version, "stage = ?", stage.word());
    }

    /** Describes a version anew. */
    ModelVersion describe(String name, int version, String description) {
        change(name, version, "description = ?", description);
        return get(name, version);
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
    void delete(String name, int version) {
        get(name, version);
        tables.sql()
                .sql("DELETE FROM versions WHERE name = ? AND version = ?")
                .params(name, version)
                .update();
    }

    void tag(String name, int version, String key, String value) {
        get(name, version);
        tables.sql()
                .sql(
                        "INSERT INTO version_tags VALUES (?, ?, ?, ?) ON CONFLICT"
                                + " (name, version, key) DO UPDATE SET value = excluded.value")
                .params(name, version, key, value)
                .update();
    }

    /** Removes a tag of a version, if there is one. */
    void untag(String name, int version, String key) {
        tables.sql()
                .sql("DELETE FROM version_tags WHERE name = ? AND version = ? AND key = ?")
                .params(name, version, key)
                .update();
    }

    void pointAlias(String name, String alias, int version) {
        get(name, version);
        tables.sql()
                .sql(
                        "INSERT INTO model_aliases VALUES (?, ?, ?) ON CONFLICT (name, alias)"
                                + " DO UPDATE SET version = excluded.version")
                .params(name, alias, version)
                .update();
    }

    void removeAlias(String name, String alias) {
        tables.sql()
                .sql("DELETE FROM model_aliases WHERE name = ? AND alias = ?")
                .params(name, alias)
                .update();
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
