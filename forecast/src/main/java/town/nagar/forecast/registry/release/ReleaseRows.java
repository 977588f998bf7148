package town.nagar.forecast.registry.release;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import town.nagar.contracts.json.ContractJson;
import town.nagar.forecast.registry.tables.Tables;

/** The table of what is ours of a version. */
final class ReleaseRows {
    private final Tables tables;

    ReleaseRows(Tables tables) {
        this.tables = tables;
    }

    record Row(int version, SemanticVersion number, Stage stage, Lineage lineage, int replaced) {}

    /** A model's rows by version. */
    Map<Integer, Row> of(String model) {
        return tables
                .sql()
                .sql("SELECT * FROM releases WHERE model = ?")
                .param(model)
                .query(ReleaseRows::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::version, row -> row));
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getInt("version"),
                new SemanticVersion(row.getInt("major"), row.getInt("minor"), row.getInt("patch")),
                Stage.find(row.getString("stage")).orElseThrow(),
                ContractJson.read(
                        row.getString("lineage").getBytes(StandardCharsets.UTF_8), Lineage.class),
                row.getInt("replaced"));
    }

    void insert(String model, Row row) {
        tables.sql()
                .sql(
                        "INSERT INTO releases (model, version, major, minor, patch, stage, lineage)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)")
                .params(
                        model,
                        row.version(),
                        row.number().major(),
                        row.number().minor(),
                        row.number().patch(),
                        row.stage().word(),
                        json(row.lineage()))
                .update();
    }

    private static String json(Object value) {
        return new String(ContractJson.write(value), StandardCharsets.UTF_8);
    }

    void setStage(String model, int version, Stage stage) {
        tables.sql()
                .sql("UPDATE releases SET stage = ? WHERE model = ? AND version = ?")
                .params(stage.word(), model, version)
                .update();
    }

    /** Archives whichever version stands in a stage. */
    void vacate(String model, Stage stage) {
        tables.sql()
                .sql("UPDATE releases SET stage = 'archived' WHERE model = ? AND stage = ?")
                .params(model, stage.word())
                .update();
    }

    void setReplaced(String model, int version, int replaced) {
        tables.sql()
                .sql("UPDATE releases SET replaced = nullif(?, 0) WHERE model = ? AND version = ?")
                .params(replaced, model, version)
                .update();
    }

    void setEvidence(String model, int version, WalkForward evidence) {
        tables.sql()
                .sql("UPDATE releases SET evidence = ?::jsonb WHERE model = ? AND version = ?")
                .params(json(evidence), model, version)
                .update();
    }

    Optional<WalkForward> findEvidence(String model, int version) {
        return tables.sql()
                .sql(
                        "SELECT evidence::text FROM releases"
                                + " WHERE model = ? AND version = ? AND evidence IS NOT NULL")
                .params(model, version)
                .query(String.class)
                .optional()
                .map(text ->
                        ContractJson.read(
                                text.getBytes(StandardCharsets.UTF_8), WalkForward.class));
    }

    void rename(String model, String newName) {
        tables.sql()
                .sql("UPDATE releases SET model = ? WHERE model = ?")
                .params(newName, model)
                .update();
    }

    void delete(String model, int version) {
        tables.sql()
                .sql("DELETE FROM releases WHERE model = ? AND version = ?")
                .params(model, version)
                .update();
    }
}
