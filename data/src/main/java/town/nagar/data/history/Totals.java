package town.nagar.data.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import town.nagar.data.history.Tally.Statistics;

/**
 * What is known of all rows of an answer, not of one page alone.
 *
 * @param total how many there are, if found
 * @param statistics one for each metric, or none if not found
 */
record Totals(OptionalLong total, List<Statistics> statistics) {
    private static final Pattern PLANNED_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    Totals {
        statistics = List.copyOf(statistics);
    }

    static Totals of(HistoryRows page, Page wanted, boolean more, Connection connection)
            throws SQLException {
        Plan plan = page.plan();
        if (!more && wanted.offset() == 0 && wanted.cursor().isEmpty()) {
            return new Totals(OptionalLong.of(page.count()), statistics(page));
        }
        return switch (wanted.count()) {
            case ESTIMATE -> new Totals(estimate(plan, connection), List.of());
            case EXACT -> ask(plan, connection);
            case IF_CHEAP ->
                    plan.subject().bounded()
                            ? ask(plan, connection)
                            : new Totals(OptionalLong.empty(), List.of());
        };
    }

    private static List<Statistics> statistics(HistoryRows page) {
        return IntStream.range(0, page.plan().metrics().size()).mapToObj(page::statistics).toList();
    }

    private static Totals ask(Plan plan, Connection connection) throws SQLException {
        try (PreparedStatement statement = plan.summary().prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            List<Statistics> statistics = new ArrayList<>();
            for (int i = 0; i < plan.metrics().size(); i++) {
                int at = 2 + 4 * i;
                statistics.add(
                        new Statistics(
                                number(row, at),
                                number(row, at + 1),
                                number(row, at + 2),
                                number(row, at + 3)));
            }
            return new Totals(OptionalLong.of(row.getLong(1)), statistics);
        }
    }

    private static double number(ResultSet row, int at) throws SQLException {
        double value = row.getDouble(at);
        return row.wasNull() ? Double.NaN : value;
    }

    /** What the planner expects. */
    private static OptionalLong estimate(Plan plan, Connection connection) throws SQLException {
        Sql explain = Sql.of("EXPLAIN (FORMAT JSON) ").then(plan.rows());
        try (PreparedStatement statement = explain.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Matcher rows = PLANNED_ROWS.matcher(row.getString(1));
            return rows.find()
                    ? OptionalLong.of(Long.parseLong(rows.group(1)))
                    : OptionalLong.empty();
        }
    }
}
