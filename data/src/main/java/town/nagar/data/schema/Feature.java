package town.nagar.data.schema;

/**
 * Something a PostgreSQL server may offer beyond PostgreSQL itself.
 *
 * <p>Each is tried by its effect, in a transaction that is rolled back: an extension that is
 * listed, or even created, need not work, and an edition may refuse single features.
 */
enum Feature {
    POSTGIS(
            "CREATE EXTENSION IF NOT EXISTS postgis",
            "SELECT ST_Distance(ST_MakePoint(72, 23)::geography, ST_MakePoint(73, 23)::geography)"),
    HYPERTABLES(
            "CREATE EXTENSION IF NOT EXISTS timescaledb",
            "CREATE TABLE nagar_probe (time TIMESTAMPTZ NOT NULL, id TEXT NOT NULL, x FLOAT8)",
            "SELECT create_hypertable('nagar_probe', 'time')"),
    CONTINUOUS_AGGREGATES(
            "CREATE MATERIALIZED VIEW nagar_probe_hourly WITH (timescaledb.continuous) AS"
                    + " SELECT time_bucket('1 hour', time, 'Asia/Kolkata') AS hour, avg(x)"
                    + " FROM nagar_probe GROUP BY 1 WITH NO DATA",
            "SELECT add_continuous_aggregate_policy('nagar_probe_hourly', start_offset => NULL,"
                    + " end_offset => INTERVAL '1 hour', schedule_interval => INTERVAL '1 hour')"),
    COMPRESSION(
            "ALTER TABLE nagar_probe"
                    + " SET (timescaledb.compress, timescaledb.compress_segmentby = 'id')",
            "SELECT add_compression_policy('nagar_probe', INTERVAL '7 days')"),
    RETENTION("SELECT add_retention_policy('nagar_probe', INTERVAL '90 days')");

    private final String trial;

    Feature(String... statements) {
        trial = String.join("; ", statements);
    }

    /** Statements that all work only where the feature does; each may build on the one before. */
    String trial() {
        return trial;
    }
}
