package town.nagar.data.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import town.nagar.contracts.Domain;
import town.nagar.data.history.Page.Count;
import town.nagar.data.history.Tally.Statistics;
import town.nagar.data.json.AnswerStream;
import town.nagar.data.json.JsonBytes;
import town.nagar.data.places.Registry;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;
import town.nagar.norms.time.Ist;

/** Answers what was measured over a time, as a stream that never holds more than some rows. */
public final class History {
    /** The parameters that every history takes. */
    public static final List<String> PARAMETERS =
            List.of(
                    "start",
                    "end",
                    "resolution",
                    "points",
                    "metrics",
                    "page",
                    "per_page",
                    "cursor",
                    "count");

    private static final int USUAL_PAGE = 100;
    private static final int USUAL_POINTS = 500;
    private static final int MOST_POINTS = 20_000;
    private static final int ROWS_A_FETCH = 2000;
    private static final long RETRY_SECONDS = 10;

    /** The SQLSTATE of a statement that took too long. */
    private static final String CANCELLED = "57014";

    /** Derived rows older than this are complete: an hour is recomputed minutes after its end. */
    private static final Duration SETTLED_AFTER = Duration.ofHours(1);

    private final DataSource database;
    private final Supplier<Registry> registry;
    private final Duration patience;
    private final InstantSource clock;

    /**
     * The history of a database.
     *
     * @param patience how long the database may look for rows, whatever is asked
     */
    public History(
            DataSource database,
            Supplier<Registry> registry,
            Duration patience,
            InstantSource clock) {
        this.database = database;
        this.registry = registry;
        this.patience = patience;
        this.clock = clock;
    }

    /** The names of all parameters of a history that also takes these. */
    public static String[] parameters(String... own) {
        return Stream.concat(Arrays.stream(own), PARAMETERS.stream()).toArray(String[]::new);
    }

    /** The first instant whose derived rows may be incomplete. */
    public static Instant cut(Instant now) {
        return Instant.ofEpochMilli(Ist.hour(now.minus(SETTLED_AFTER).toEpochMilli()));
    }

    /** Mandis report by the day and skip days; fields change by the day. */
    private static Duration usualWindow(Domain domain) {
        return switch (domain) {
            case TRAFFIC, POLLUTION, WATER, WEATHER -> Duration.ofHours(24);
            case AGRICULTURE -> Duration.ofDays(7);
            case MARKET -> Duration.ofDays(30);
        };
    }

    /**
     * Writes the answer to the response.
     *
     * @throws ApiException if the database looked for the rows for too long
     * @throws SQLException if the database cannot answer; nothing was written then, unless it
     *     failed between rows
     */
    public void answer(
            Measurements of,
            Subject subject,
            Query query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws SQLException, IOException {
        Instant now = clock.instant();
        Window window = Window.of(query, usualWindow(of.domain()), now);
        int points = query.integer("points", USUAL_POINTS, 1, MOST_POINTS);
        boolean wantsPoints = query.find("points").isPresent();
        Resolution resolution =
                Resolution.of(
                        query.choice(
                                "resolution", Resolution.words(), wantsPoints ? "auto" : "raw"));
        List<Metric> metrics =
                of.choose(
                        query.find("metrics")
                                .map(list -> List.of(list.split(",", -1)))
                                .orElse(List.of()));
        long step = resolution.stepSeconds(window, points, subject.intervalSeconds());
        Page page = Page.of(query, resolution == Resolution.AUTO ? MOST_POINTS : USUAL_PAGE);
        Plan plan = Plan.of(of, metrics, window, subject, step, cut(now));
        boolean settled = window.end().isBefore(cut(now));
        response.setHeader("Cache-Control", settled ? "max-age=60" : "no-cache");
        try {
            run(plan, page, request, response);
        } catch (SQLException e) {
            if (CANCELLED.equals(e.getSQLState()) && !response.isCommitted()) {
                throw tooSlow();
            }
            throw e;
        }
    }

    private ApiException tooSlow() {
        return ApiException.unavailable(
                "The rows were not found within %d s: ask for less time, or again later"
                        .formatted(patience.toSeconds()),
                RETRY_SECONDS);
    }

    private void run(Plan plan, Page page, HttpServletRequest request, HttpServletResponse response)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // else the driver would fetch all rows at once
            limit(connection);
            try (PreparedStatement statement = page(plan, page).prepare(connection)) {
                statement.setFetchSize(ROWS_A_FETCH);
                try (ResultSet rows = statement.executeQuery();
                        OutputStream out = AnswerStream.open(request, response)) {
                    write(plan, page, rows, new JsonBytes(out), connection);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void limit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = " + patience.toMillis());
        }
    }

    private static Sql page(Plan plan, Page page) {
        Plan from = page.cursor().map(cursor -> plan.from(cursor.last())).orElse(plan);
        return from.rows().then(" LIMIT ? OFFSET ?", page.size() + 1, page.offset());
    }

    private void write(Plan plan, Page page, ResultSet rows, JsonBytes json, Connection connection)
            throws SQLException, IOException {
        HistoryRows items = new HistoryRows(plan, registry.get(), json);
        json.beginObject().name("data").beginArray();
        boolean more = false;
        while (rows.next()) {
            if (items.count() == page.size()) {
                more = true;
                break;
            }
            items.write(rows);
        }
        json.endArray();
        json.name("resolution").string(Resolution.written(plan.stepSeconds()));
        json.name("source").string(plan.source());
        units(plan, json);
        Totals totals = Totals.of(items, page, more, connection);
        statistics(plan, totals, json);
        pagination(items, page, more, totals, json);
        json.endObject().flush();
    }

    private static void units(Plan plan, JsonBytes json) throws IOException {
        json.name("units").beginObject();
        for (Metric metric : plan.metrics()) {
            json.name(metric.name()).string(metric.unit());
        }
        json.endObject();
    }

    private static void statistics(Plan plan, Totals totals, JsonBytes json) throws IOException {
        json.name("statistics");
        if (totals.statistics().isEmpty()) {
            json.nothing();
            return;
        }
        json.beginObject();
        for (int i = 0; i < plan.metrics().size(); i++) {
            Statistics of = totals.statistics().get(i);
            if (Double.isFinite(of.mean())) {
                json.name(plan.metrics().get(i).name());
                statistics(of, json);
            }
        }
        json.endObject();
    }

    /** Writes {@code {min, max, mean, std}}. */
    public static void statistics(Statistics of, JsonBytes json) throws IOException {
        json.beginObject().name("min").rounded(of.min()).name("max").rounded(of.max());
        json.name("mean").rounded(of.mean()).name("std").rounded(of.std()).endObject();
    }

    private static void pagination(
            HistoryRows items, Page page, boolean more, Totals totals, JsonBytes json)
            throws IOException {
        json.name("pagination").beginObject().name("total");
        OptionalLong total = totals.total();
        if (total.isPresent()) {
            json.number(total.getAsLong());
        } else {
            json.nothing();
        }
        if (page.count() == Count.ESTIMATE) {
            json.name("total_is_estimate").bool(true);
        }
        if (page.cursor().isEmpty()) {
            json.name("page").number(page.number());
        }
        json.name("per_page").number(page.size());
        Optional<Page.Cursor> next =
                more ? Optional.of(items.cursor(page.cursor())) : Optional.empty();
        if (next.isPresent()) {
            json.name("next").string(next.get().written());
        }
        json.endObject();
    }
}
