package town.nagar.forecast.retraining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import town.nagar.forecast.monitoring.Cause;
import town.nagar.forecast.registry.tables.Tables;

/** The queue of trainings, in a table so that it outlives the process; of each model one waits. */
final class Requests {
    private final Tables tables;

    Requests(Tables tables) {
        this.tables = tables;
    }

    /**
     * Adds a request, unless one of the model waits already.
     *
     * @return whether it was added
     */
    boolean add(String model, Cause cause, String who, String why, Instant now) {
        return tables.together(() -> {
            tables.lock(model);
            return tables.sql()
                            .sql(
                                    """
                                    INSERT INTO retrainings (model, cause, who, why, asked_at, state)
                                    SELECT ?, ?, ?, ?, ?, 'waiting' WHERE NOT EXISTS (
                                        SELECT FROM retrainings
                                        WHERE model = ? AND state = 'waiting')
                                    """)
                            .param(model)
                            .param(cause.word())
                            .param(who)
                            .param(why)
                            .param(utc(now))
                            .param(model)
                            .update()
                    > 0;
        });
    }

    /** Those that wait, those asked for by hand first, then the oldest. */
    List<Request> waiting() {
        return tables.sql()
                .sql(
                        "SELECT * FROM retrainings WHERE state = 'waiting'"
                                + " ORDER BY cause <> 'by_hand', id")
                .query((row, _) -> request(row))
                .list();
    }

    /** The newest of a model, the newest first. */
    List<Request> list(String model, int most) {
        return tables.sql()
                .sql("SELECT * FROM retrainings WHERE model = ? ORDER BY id DESC LIMIT ?")
                .param(model)
                .param(most)
                .query((row, _) -> request(row))
                .list();
    }

    /** When a model's latest training ended, well or not. */
    Optional<Instant> lastEnd(String model) {
        return list(model, 100).stream()
                .flatMap(request -> request.end().stream())
                .max(Instant::compareTo);
    }

    void began(long id) {
        tables.sql()
                .sql("UPDATE retrainings SET state = 'running' WHERE id = ?")
                .param(id)
                .update();
    }

    void ended(long id, boolean well, String outcome, Instant now) {
        tables.sql()
                .sql("UPDATE retrainings SET state = ?, outcome = ?, ended_at = ? WHERE id = ?")
                .param(well ? "done" : "failed")
                .param(outcome)
                .param(utc(now))
                .param(id)
                .update();
    }

    /** Lets those wait again that ran when the process ended. */
    void takeUp() {
        tables.sql()
                .sql(
                        """
                        UPDATE retrainings SET state = 'failed', ended_at = asked_at,
                            outcome = 'the service ended, it is tried again'
                        WHERE state = 'running' AND model IN (
                            SELECT model FROM retrainings WHERE state = 'waiting')
                        """)
                .update();
        tables.sql()
                .sql("UPDATE retrainings SET state = 'waiting' WHERE state = 'running'")
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("id"),
                row.getString("model"),
                Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                row.getString("who"),
                row.getString("why"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(Instant.MAX),
                row.getString("outcome"));
    }
}
