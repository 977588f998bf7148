package town.nagar.forecast.registry.release;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import town.nagar.contracts.json.ContractJson;
import town.nagar.forecast.registry.tables.Tables;

/** The log of who changed what, when and why. The server itself refuses to change an entry. */
public final class ChangeLog {
    private static final String APPROVED = "approved";

    /** A version in canary is shown to more people than before. */
    public static final String WIDENED = "widened";

    /** A wish that the gate, or a missing approval, stood against. */
    public static final String REFUSED = "refused";

    /** An earlier version took its place in production again. */
    public static final String ROLLED_BACK = "rolled back";

    private final Tables tables;
    private final InstantSource clock;

    public ChangeLog(Tables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Adds an entry.
     *
     * @param version 0 where the model as a whole is meant
     */
    public void add(
            String who, String what, String model, int version, String why, Map<String, ?> detail) {
        tables.sql()
                .sql(
                        "INSERT INTO changes (at, who, what, model, version, why, detail)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)")
                .params(
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        who,
                        what,
                        model,
                        version,
                        why,
                        new String(ContractJson.write(detail), StandardCharsets.UTF_8))
                .update();
    }

    void addApproval(String who, String model, int version, String why) {
        add(who, APPROVED, model, version, why, Map.of());
    }

    /** Whether a person approved the version since the number was given or its name changed. */
    boolean isApproved(String model, int version) {
        return tables.sql()
                .sql(
                        """
                        SELECT EXISTS (SELECT FROM changes
                            WHERE model = ? AND version = ? AND what = 'approved' AND id > (
                                SELECT coalesce(max(id), 0) FROM changes
                                WHERE model = ? AND version IN (0, ?)
                                AND what IN ('registered', 'renamed', 'deleted')))
                        """)
                .params(model, version, model, version)
                .query(Boolean.class)
                .single();
    }

    /** The newest entry's id, 0 before the first: as long as it stays, nothing has moved here. */
    public long newest() {
        return tables.sql()
                .sql("SELECT coalesce(max(id), 0) FROM changes")
                .query(Long.class)
                .single();
    }

    /**
     * Since when a version stands where it stands.
     *
     * @param widened whether its share of calls was widened there; that is then the instant
     */
    public record Standing(Instant since, boolean widened) {}

    /** Since when a version stands where it stands. */
    public Standing standing(String model, int version) {
        return tables.sql()
                .sql(
                        """
                        SELECT at, what FROM changes WHERE model = ? AND version = ? AND what IN
                            ('registered', 'moved', 'moved elsewhere', 'rolled back', 'widened')
                        ORDER BY id DESC LIMIT 1
                        """)
                .params(model, version)
                .query((row, _) ->
                        new Standing(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("what").equals(WIDENED)))
                .optional()
                .orElse(new Standing(Instant.EPOCH, false));
    }

    /** Whether something is told of a version that began not before an instant. */
    public boolean tells(String model, int version, String what, Instant since) {
        return tables.sql()
                .sql(
                        "SELECT EXISTS (SELECT FROM changes"
                                + " WHERE model = ? AND version = ? AND what = ? AND at >= ?)")
                .params(model, version, what, OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** How often something was told of a model's versions. */
    public long count(String model, String what) {
        return tables.sql()
                .sql("SELECT count(*) FROM changes WHERE model = ? AND what = ?")
                .params(model, what)
                .query(Long.class)
                .single();
    }

    /**
     * The newest entries of a model.
     *
     * @param before only entries older than this one
     */
    public List<Change> list(String model, long before, int most) {
        return tables.sql()
                .sql("SELECT * FROM changes WHERE model = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(model, before, most)
                .query(ChangeLog::read)
                .list();
    }

    private static Change read(ResultSet row, int index) throws SQLException {
        @SuppressWarnings("unchecked") // an object's keys are texts
        Map<String, Object> detail =
                ContractJson.read(
                        row.getString("detail").getBytes(StandardCharsets.UTF_8), Map.class);
        return new Change(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                row.getString("what"),
                row.getString("model"),
                row.getInt("version"),
                row.getString("why"),
                detail);
    }
}
