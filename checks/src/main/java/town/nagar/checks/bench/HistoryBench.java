package town.nagar.checks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import town.nagar.sample.load.LoadGenerator;
import town.nagar.sample.load.LoadPlan;

/** A week of one series at one-minute steps, among the week of many others, over HTTP. */
final class HistoryBench {
    private static final int DAYS = 7;
    private static final int ASKED_SERIES = 40;
    private static final int REQUESTS = 200;
    private static final int LIVE_SENSORS = 200;
    private static final LocalDate FIRST = LocalDate.parse("2026-02-02");

    /** Where months are partitions; hypertables have their own. */
    private static final String MAKE_MONTH =
            """
            DO $$ BEGIN
                IF to_regproc('ensure_month') IS NOT NULL THEN
                    PERFORM ensure_month('traffic_measurements', '%s');
                END IF;
            END $$\
            """
                    .formatted(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant());

    private final Report report;
    private final InstantSource clock;
    private final int sensors;
    private final List<String> live = LoadPlan.numbered("N", LIVE_SENSORS);

    HistoryBench(Report report, InstantSource clock, Arguments arguments) {
        this.report = report;
        this.clock = clock;
        this.sensors = (int) arguments.number("sensors", 5000);
    }

    void run() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("nagar-bench-town-");
        BenchTown.write(folder, live);
        try (TownUnderTest town = TownUnderTest.start("--no-demo", "--town", folder.toString());
                Connection tables = town.tables()) {
            load(tables);
            sendLive(town);
            ask(town);
        }
    }

    /** A few readings of each live sensor, so that all have a newest value. */
    private void sendLive(TownUnderTest town) throws IOException, InterruptedException {
        LoadPlan plan =
                new LoadPlan(
                        town.broker(),
                        live,
                        1,
                        live.size(),
                        live.size(),
                        3L * live.size(),
                        clock.instant(),
                        Duration.ofSeconds(1));
        try (LoadGenerator load = LoadGenerator.start(plan)) {
            Await.until(
                    "every live sensor has a newest value",
                    Duration.ofMinutes(1),
                    () -> load.acknowledged() >= plan.messages() && isComplete(town));
        }
    }

    private boolean isComplete(TownUnderTest town) {
        try {
            String path = "/v1/data/traffic/latest?ids=" + String.join(",", live);
            return town.get(path).body().contains("\"missing\":[]");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void load(Connection tables) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        long rows = 0;
        try (Statement statement = tables.createStatement()) {
            statement.execute(MAKE_MONTH); // else the town would, and take our rows over meanwhile
            for (int hour = 0; hour < DAYS * 24; hour++) {
                rows += statement.executeUpdate(insert(hour));
            }
            statement.execute("ANALYZE traffic_measurements");
            statement.execute(
                    """
                    INSERT INTO touched_hours (domain, entity, hour)
                    SELECT DISTINCT 'traffic', sensor_id,
                           date_bin('1 hour', time, TIMESTAMPTZ '2026-01-01 00:00:00+05:30')
                    FROM traffic_measurements WHERE sensor_id <= '%s' AND sensor_id LIKE 'H%%'
                    ON CONFLICT DO NOTHING\
                    """
                            .formatted(id(ASKED_SERIES)));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.figure("rows loaded", "%,d in %.0f s".formatted(rows, seconds), "50,000,000");
        Await.until("the rollups are derived", Duration.ofMinutes(20), () -> marks(tables) == 0);
    }

    private static String id(int number) {
        return "H%05d".formatted(number);
    }

    /** One hour of all series, minute by minute as it would have arrived. */
    private String insert(int hour) {
        return """
        INSERT INTO traffic_measurements (time, sensor_id, road_id, lat, lon, vehicle_count,
            average_speed, occupancy_percentage, congestion_level, pcu_per_hour, received_at,
            ingest_id, source)
        SELECT t, 'H' || lpad(s::text, 5, '0'), 'HR' || lpad(s::text, 5, '0'), 23.0, 72.5,
            20 + (s + extract(minute FROM t)::int) %% 40, 20 + (s * 7 + extract(epoch FROM t)::bigint / 60) %% 30,
            (s + extract(hour FROM t)::int) %% 60, (s * 3 + extract(epoch FROM t)::bigint / 60) %% 100,
            600 + s %% 900, t, s, 'bench'
        FROM generate_series(TIMESTAMPTZ '%sT00:00:00Z' + INTERVAL '%d hours',
                 TIMESTAMPTZ '%sT00:00:00Z' + INTERVAL '%d hours' - INTERVAL '1 minute',
                 INTERVAL '1 minute') t, generate_series(1, %d) s\
        """
                .formatted(FIRST, hour, FIRST, hour + 1, sensors);
    }

    private static long marks(Connection tables) {
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM touched_hours")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(TownUnderTest town) throws IOException, InterruptedException {
        String week = "&start=%sT00:00:00Z&end=%sT00:00:00Z".formatted(FIRST, FIRST.plusDays(DAYS));
        report.figure(
                "10,080 points of five values, ms over HTTP",
                time(town, series(week + "&resolution=raw&per_page=20000")).toString(),
                "p95 50");
        report.figure(
                "the same at 500 points, ms",
                time(town, series(week + "&resolution=auto&points=500")).toString(),
                "p95 10");
        String latest = "/v1/data/traffic/latest?ids=" + String.join(",", live);
        report.figure(
                "latest of %d sensors in one call, ms".formatted(live.size()),
                time(town, _ -> latest).toString(),
                "p95 15");
        report.figure("day of the data", FIRST.atStartOfDay(ZoneOffset.UTC).toString(), "");
    }

    private static IntFunction<String> series(String query) {
        return number ->
                "/v1/data/traffic?location=HR%s%s".formatted(id(number).substring(1), query);
    }

    /** Requests for series drawn by chance, after some to warm up. */
    private static Percentiles time(TownUnderTest town, IntFunction<String> path)
            throws IOException, InterruptedException {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        double[] millis = new double[REQUESTS];
        for (int i = -REQUESTS / 2; i < REQUESTS; i++) {
            String asked = path.apply(random.nextInt(1, ASKED_SERIES + 1));
            long start = System.nanoTime();
            HttpResponse<String> answer = town.get(asked);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(asked + " was answered " + answer.body());
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        return new Percentiles(millis);
    }
}
