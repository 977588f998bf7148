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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import town.nagar.sample.load.LoadGenerator;
import town.nagar.sample.load.LoadPlan;

/** A week of one series at one-minute steps, among the week of many others, over HTTP. */
final class HistoryBench {
    private static final int DAYS = 7;
    private static final int ASKED_SERIES = 40;
    private static final int REQUESTS = 200;
    private static final int LIVE_SENSORS = 200;
    private static final LocalDate FIRST = LocalDate.parse("2026-02-02");

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String MONTH = "traffic_measurements_y2026m02";

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
            askAsArrived(town, tables);
            Await.until("the month is sorted", PATIENCE, () -> isSorted(tables));
            Await.rest(town);
            ask(town);
            town.tellRestarts(report);
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
            // else the town would, and take our rows over meanwhile
            statement.execute(
                    "SELECT ensure_month('traffic_measurements', '%s')".formatted(begin()));
            for (int hour = 0; hour < DAYS * 24; hour++) {
                rows += statement.executeUpdate(insert(hour));
            }
            statement.execute("VACUUM (ANALYZE) " + MONTH); // as happens while rows arrive for days
            statement.execute(
                    """
                    INSERT INTO touched_hours (domain, entity, hour)
                    SELECT DISTINCT 'traffic', sensor_id,
                           date_bin('1 hour', time, TIMESTAMPTZ '2026-01-01 00:00:00+05:30')
                    FROM traffic_measurements WHERE road_id IN (%s)
                    ON CONFLICT DO NOTHING\
                    """
                            .formatted(askedRoads()));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.figure("rows loaded", "%,d in %.0f s".formatted(rows, seconds), "50,000,000");
    }

    private static Instant begin() {
        return FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private String askedRoads() {
        return IntStream.range(0, ASKED_SERIES)
                .mapToObj(number -> "'" + road(number) + "'")
                .collect(Collectors.joining(", "));
    }

    /** The series that are asked lie far from each other. */
    private String road(int number) {
        return "HR%05d".formatted(1 + number * (sensors / ASKED_SERIES));
    }

    private static boolean isSorted(Connection tables) {
        return number(
                        "SELECT count(*) FROM pg_stats WHERE tablename = '%s'".formatted(MONTH)
                                + " AND attname = 'road_id' AND correlation > 0.9",
                        tables)
                == 1;
    }

    /** The month is kept from being sorted meanwhile, as the one that runs is not. */
    private void askAsArrived(TownUnderTest town, Connection tables)
            throws SQLException, IOException, InterruptedException {
        tables.setAutoCommit(false);
        try (Statement statement = tables.createStatement()) {
            statement.execute("LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE".formatted(MONTH));
            Await.until("the rollups are derived", PATIENCE, () -> marks(tables) == 0);
            sendLive(town);
            Await.rest(town);
            report.figure(
                    "10,080 points of five values from the month that runs, ms",
                    time(town, series(week() + "&resolution=raw&per_page=20000")).toString(),
                    "");
        } finally {
            tables.rollback();
            tables.setAutoCommit(true);
        }
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
                 INTERVAL '1 minute') t, generate_series(1, %d) s
        ORDER BY t, s\
        """
                .formatted(FIRST, hour, FIRST, hour + 1, sensors);
    }

    private static long marks(Connection tables) {
        return number("SELECT count(*) FROM touched_hours", tables);
    }

    private static long number(String query, Connection tables) {
        try (Statement statement = tables.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(TownUnderTest town) throws IOException, InterruptedException {
        report.figure(
                "10,080 points of five values, ms over HTTP",
                time(town, series(week() + "&resolution=raw&per_page=20000")).toString(),
                "p95 50");
        report.figure(
                "the same at 500 points, ms",
                time(town, series(week() + "&resolution=auto&points=500")).toString(),
                "p95 10");
        String latest = "/v1/data/traffic/latest?ids=" + String.join(",", live);
        report.figure(
                "latest of %d sensors in one call, ms".formatted(live.size()),
                time(town, _ -> latest).toString(),
                "p95 15");
    }

    private static String week() {
        return "&start=%sT00:00:00Z&end=%sT00:00:00Z".formatted(FIRST, FIRST.plusDays(DAYS));
    }

    private IntFunction<String> series(String query) {
        return number -> "/v1/data/traffic?location=%s%s".formatted(road(number), query);
    }

    /** Requests for series drawn by chance, after some to warm up. */
    private static Percentiles time(TownUnderTest town, IntFunction<String> path)
            throws IOException, InterruptedException {
        RandomGenerator random = new SplittableRandom(2026);
        double[] millis = new double[REQUESTS];
        for (int i = -REQUESTS / 2; i < REQUESTS; i++) {
            String asked = path.apply(random.nextInt(ASKED_SERIES));
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
