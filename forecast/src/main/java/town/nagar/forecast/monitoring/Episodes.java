package town.nagar.forecast.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.alerts.Severity;
import town.nagar.forecast.registry.tables.Tables;
import town.nagar.forecast.serving.Measure;

/**
 * What is found to have moved, from its opening to its end; of each rule and place one at a time.
 * Its opening and its end are alerts.
 */
public final class Episodes {
    private final Tables tables;
    private final Alerts alerts;

    Episodes(Tables tables, Alerts alerts) {
        this.tables = tables;
        this.alerts = alerts;
    }

    /**
     * An episode as it is kept.
     *
     * @param clearedAt {@link Instant#MAX} while it lasts
     * @param faultySince {@link Instant#MAX} unless a place alone differs
     */
    public record Kept(
            String id,
            String rule,
            String model,
            String place,
            Instant openedAt,
            Instant lastAt,
            Instant clearedAt,
            Instant faultySince,
            String description) {
        /** When it ended; empty while it lasts. */
        public Optional<Instant> end() {
            return Optional.of(clearedAt).filter(at -> at.isBefore(Instant.MAX));
        }

        /** Since when a place alone differs; empty if none does. */
        public Optional<Instant> fault() {
            return Optional.of(faultySince).filter(since -> since.isBefore(Instant.MAX));
        }
    }

    /**
     * Opens an episode, or notes that it goes on.
     *
     * @return whether it is new
     */
    boolean found(Episode episode, Instant now) {
        Optional<Kept> open = find(episode.rule(), episode.place());
        if (open.isPresent()) {
            tables.sql()
                    .sql("UPDATE episodes SET last_at = ?, description = ? WHERE id = ?")
                    .param(StatementTable.utc(now))
                    .param(episode.description())
                    .param(open.get().id())
                    .update();
            return false;
        }
        String id = AlertEvent.idOf(episode.rule(), episode.place(), now);
        tables.sql()
                .sql(
                        """
                        INSERT INTO episodes (id, rule, model, place, opened_at, last_at,
                            faulty_since, description)
                        VALUES (?, ?, ?, ?, ?, ?, nullif(?, '')::timestamptz, ?)
                        """)
                .param(id)
                .param(episode.rule())
                .param(episode.measure().model())
                .param(episode.place())
                .param(StatementTable.utc(now))
                .param(StatementTable.utc(now))
                .param(episode.fault().map(Instant::toString).orElse(""))
                .param(episode.description())
                .update();
        alerts.send(event(episode, id, Phase.OPENED, now, now));
        return true;
    }

    /** Ends an episode if it is open. */
    void over(Episode episode, Instant now) {
        Optional<Kept> open = find(episode.rule(), episode.place());
        if (open.isPresent()) {
            tables.sql()
                    .sql("UPDATE episodes SET last_at = ?, cleared_at = ? WHERE id = ?")
                    .param(StatementTable.utc(now))
                    .param(StatementTable.utc(now))
                    .param(open.get().id())
                    .update();
            alerts.send(event(episode, open.get().id(), Phase.CLEARED, now, open.get().openedAt()));
        }
    }

    private static AlertEvent event(
            Episode episode, String id, Phase phase, Instant at, Instant openedAt) {
        return new AlertEvent(
                id,
                episode.rule(),
                episode.measure().domain(),
                episode.place(),
                phase,
                Severity.MEDIUM,
                at,
                openedAt,
                episode.title(),
                episode.description(),
                new TreeMap<>(episode.metrics()),
                List.of());
    }

    private Optional<Kept> find(String rule, String place) {
        return tables.sql()
                .sql("SELECT * FROM episodes WHERE rule = ? AND place = ? AND cleared_at IS NULL")
                .param(rule)
                .param(place)
                .query((row, _) -> kept(row))
                .optional();
    }

    /** Those of a model that are open or ended after a moment, the newest first. */
    public List<Kept> list(Measure measure, Instant after) {
        return tables.sql()
                .sql(
                        """
                        SELECT * FROM episodes
                        WHERE model = ? AND (cleared_at IS NULL OR cleared_at > ?)
                        ORDER BY opened_at DESC, id
                        """)
                .param(measure.model())
                .param(StatementTable.utc(after))
                .query((row, _) -> kept(row))
                .list();
    }

    /** Places whose values have for a while differed from all others', and since when. */
    public Map<String, Instant> faulty(Measure measure) {
        Map<String, Instant> faulty = new TreeMap<>();
        for (Kept open : list(measure, Instant.parse("9999-01-01T00:00:00Z"))) {
            open.fault().ifPresent(since -> faulty.put(open.place(), since));
        }
        return faulty;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("id"),
                row.getString("rule"),
                row.getString("model"),
                row.getString("place"),
                time(row, "opened_at"),
                time(row, "last_at"),
                time(row, "cleared_at"),
                time(row, "faulty_since"),
                row.getString("description"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.MAX);
    }
}
