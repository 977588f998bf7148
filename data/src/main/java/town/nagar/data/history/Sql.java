package town.nagar.data.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A query with the values for its question marks: text, whole numbers, instants, lists of text. */
public record Sql(String text, List<Object> values) {
    public Sql {
        values = List.copyOf(values);
    }

    /** A query with values. */
    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /** This with more at its end. */
    public Sql then(String more, Object... moreValues) {
        return then(of(more, moreValues));
    }

    /** This followed by another. */
    public Sql then(Sql more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(more.values);
        return new Sql(text + more.text, all);
    }

    /** The statement, ready to be run. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            for (int i = 0; i < values.size(); i++) {
                bind(i + 1, values.get(i), statement);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(int at, Object value, PreparedStatement statement)
            throws SQLException {
        switch (value) {
            case Instant instant ->
                    statement.setObject(at, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            case List<?> words -> statement.setObject(at, words.toArray(String[]::new));
            default -> statement.setObject(at, value);
        }
    }
}
