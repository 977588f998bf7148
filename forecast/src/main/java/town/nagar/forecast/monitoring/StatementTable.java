package town.nagar.forecast.monitoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.forecast.registry.tables.Tables;

/** Statements in PostgreSQL: a row a statement, and below it one a place. */
final class StatementTable {
    private static final String STATEMENT =
            """
            INSERT INTO statements (model, version, stage, origin) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING RETURNING id
            """;
    private static final String FORECASTS =
            """
            INSERT INTO forecasts (statement, place, value, half80, half95, baseline)
            SELECT ?, place, value::real[], half80::real[], half95::real[], baseline::real[]
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS said (place, value, half80, half95, baseline)
            """;

    private final Tables tables;

    StatementTable(Tables tables) {
        this.tables = tables;
    }

    /** A number of a statement, by place and step. */
    private interface Slot {
        double at(int place, int step);
    }

    /**
     * Keeps statements, all or none; one whose version said something of that origin before is
     * passed over.
     *
     * @return how many were new
     */
    int keep(List<Statement> statements) {
        return tables.together(() -> statements.stream().mapToInt(this::keep).sum());
    }

    private int keep(Statement said) {
        Optional<Long> id =
                tables.sql()
                        .sql(STATEMENT)
                        .param(said.model())
                        .param(said.version())
                        .param(said.stage().word())
                        .param(utc(said.at(0)))
                        .query(Long.class)
                        .optional();
        id.ifPresent(number -> keepForecasts(number, said));
        return id.isPresent() ? 1 : 0;
    }

    private void keepForecasts(long id, Statement said) {
        List<Integer> told = new ArrayList<>();
        for (int place = 0; place < said.places().size(); place++) {
            if (Double.isFinite(said.value(place, 0))) {
                told.add(place);
            }
        }
        tables.sql()
                .sql(FORECASTS)
                .param(id)
                .param(told.stream().map(said.places()::get).toArray(String[]::new))
                .param(rows(told, said.steps(), said::value))
                .param(rows(told, said.steps(), said::half80))
                .param(rows(told, said.steps(), said::half95))
                .param(rows(told, said.steps(), said::baseline))
                .update();
    }

    private static String[] rows(List<Integer> places, int steps, Slot slot) {
        return places.stream()
                .map(place -> {
                    StringBuilder row = new StringBuilder("{");
                    for (int step = 0; step < steps; step++) {
                        row.append(step == 0 ? "" : ",").append((float) slot.at(place, step));
                    }
                    return row.append('}').toString();
                })
                .toArray(String[]::new);
    }

    /** When the oldest statement of a model begins; empty if there is none. */
    Optional<Instant> oldest(String model) {
        return tables.sql()
                .sql("SELECT origin FROM statements WHERE model = ? ORDER BY origin LIMIT 1")
                .param(model)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Forgets what began before a moment. */
    void forgetBefore(Instant moment) {
        for (String table : List.of("statements WHERE origin", "truths WHERE at")) {
            tables.sql().sql("DELETE FROM " + table + " < ?").param(utc(moment)).update();
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
