package town.nagar.data.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the tables are laid out on a server.
 *
 * @param structure fixed when the tables are made
 * @param policies what the server does by itself on schedule; may be added later
 */
record Flavour(Structure structure, Set<Feature> policies) {

    /**
     * What cannot change once rows are there.
     *
     * @param geography whether rows carry a PostGIS geography
     * @param hypertables whether TimescaleDB splits raw tables by time, else monthly partitions do
     * @param continuous whether traffic_hourly is TimescaleDB's continuous aggregate
     */
    record Structure(boolean geography, boolean hypertables, boolean continuous) {}

    private static final String LOCATION =
            "location GEOGRAPHY(POINT, 4326) GENERATED ALWAYS AS"
                    + " (ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography) STORED,";

    Flavour {
        policies = Set.copyOf(policies);
    }

    /** The flavour of the tables that are there, else the best that the server offers. */
    static Flavour of(Connection connection) throws SQLException {
        Set<Feature> offered = probe(connection);
        Structure structure = holdsTables(connection) ? installed(connection) : best(offered);
        Set<Feature> policies = EnumSet.noneOf(Feature.class);
        if (structure.hypertables()) {
            policies.addAll(offered);
            policies.retainAll(Set.of(Feature.COMPRESSION, Feature.RETENTION));
        }
        return new Flavour(structure, policies);
    }

    private static Structure best(Set<Feature> offered) {
        return new Structure(
                offered.contains(Feature.POSTGIS),
                offered.contains(Feature.HYPERTABLES),
                offered.contains(Feature.CONTINUOUS_AGGREGATES));
    }

    private static Set<Feature> probe(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Set<Feature> offered = EnumSet.noneOf(Feature.class);
        try {
            for (Feature feature : Feature.values()) {
                if (works(feature, connection)) {
                    offered.add(feature);
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return offered;
    }

    private static boolean works(Feature feature, Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(feature.trial());
            return true;
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    private static boolean holdsTables(Connection connection) throws SQLException {
        return is("to_regclass('traffic_measurements') IS NOT NULL", connection);
    }

    private static Structure installed(Connection connection) throws SQLException {
        return new Structure(
                is(
                        "EXISTS (SELECT FROM pg_attribute WHERE attname = 'location'"
                                + " AND attrelid = 'traffic_measurements'::regclass)",
                        connection),
                !is(
                        "EXISTS (SELECT FROM pg_partitioned_table"
                                + " WHERE partrelid = 'traffic_measurements'::regclass)",
                        connection),
                is(
                        "EXISTS (SELECT FROM pg_class WHERE relkind = 'v'"
                                + " AND oid = to_regclass('traffic_hourly'))",
                        connection));
    }

    private static boolean is(String condition, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + condition)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** The extensions that this flavour's tables need. */
    List<String> extensions() {
        List<String> extensions = new ArrayList<>();
        if (structure.geography()) {
            extensions.add("postgis");
        }
        if (structure.hypertables()) {
            extensions.add("timescaledb");
        }
        return extensions;
    }

    /** The folders of migrations that make this flavour. */
    List<String> folders() {
        List<String> folders = new ArrayList<>(List.of("tables"));
        folders.add(structure.geography() ? "postgis" : "plain");
        folders.add(structure.hypertables() ? "timescale" : "partitions");
        folders.add(structure.continuous() ? "continuous" : "maintained");
        if (policies.contains(Feature.COMPRESSION)) {
            folders.add("compression");
        }
        if (policies.contains(Feature.RETENTION)) {
            folders.add("retention");
        }
        return folders;
    }

    /** What stands in the migrations' gaps. */
    Map<String, String> placeholders() {
        return Map.of(
                "location", structure.geography() ? LOCATION : "",
                "partitioning", structure.hypertables() ? "" : "PARTITION BY RANGE (time)");
    }
}
