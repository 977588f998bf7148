package town.nagar.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import town.nagar.checks.bench.CongestionTwin.RoadMinute;
import town.nagar.sample.load.LoadGenerator;
import town.nagar.sample.load.LoadPlan;

/** Each process killed by signal 9 under load, one after the other. */
final class RecoveryBench {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SHOWN = 20;
    private static final List<String> VICTIMS =
            List.of("services", "kafka", "streams", "postgres", "redis", "mqtt");

    private final Report report;
    private final InstantSource clock;
    private final double rate;
    private final List<String> sensors;

    RecoveryBench(Report report, InstantSource clock, Arguments arguments) {
        this.report = report;
        this.clock = clock;
        this.rate = arguments.number("rate", 1000);
        this.sensors = LoadPlan.numbered("K", 200);
    }

    void run() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("nagar-bench-town-");
        BenchTown.write(folder, sensors);
        try (TownUnderTest town = TownUnderTest.start("--no-demo", "--town", folder.toString());
                LoadGenerator load = LoadGenerator.start(plan(town))) {
            TimeUnit.SECONDS.sleep(20);
            for (String victim : VICTIMS) {
                town.processOf(victim).destroyForcibly();
                recovered(victim, town, load);
            }
            town.parent().destroyForcibly();
            town.parent().onExit().join();
            town.relaunch();
            recovered("the parent", town, load);
            load.stop();
            load.awaitDrained(PATIENCE);
            check(town, load);
        }
    }

    private LoadPlan plan(TownUnderTest town) throws IOException {
        long stepMillis = Math.round(1000 * sensors.size() / rate);
        return new LoadPlan(
                town.broker(),
                sensors,
                2,
                rate,
                500,
                Long.MAX_VALUE,
                clock.instant(),
                Duration.ofMillis(stepMillis));
    }

    /** Recovered means: what was acknowledged after the kill has become rows. */
    private void recovered(String victim, TownUnderTest town, LoadGenerator load)
            throws InterruptedException {
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(1);
        long goal = load.acknowledged() + (long) rate;
        Await.until(
                "readings flow again after the end of " + victim,
                PATIENCE,
                () -> load.acknowledged() > goal && rows(town) >= goal);
        report.figure(
                "seconds until new readings are stored after kill -9 of " + victim,
                "%.1f".formatted((System.nanoTime() - start) / 1e9),
                "");
        TimeUnit.SECONDS.sleep(10);
    }

    private static long rows(TownUnderTest town) {
        try (Connection tables = town.tables()) {
            return new Stored(tables).rows("K");
        } catch (SQLException | IOException | RuntimeException e) {
            return 0; // the database is one of the killed
        }
    }

    private void check(TownUnderTest town, LoadGenerator load)
            throws InterruptedException, IOException, SQLException {
        Await.until(
                "what was acknowledged is stored",
                PATIENCE,
                () -> rows(town) >= load.acknowledged());
        try (Connection tables = town.tables()) {
            Stored stored = new Stored(tables);
            report.figure(
                    "acknowledged readings lost",
                    stored.lost(sensors, load) + " of " + load.acknowledged(),
                    "0");
            report.figure(
                    "rows beyond what was sent (duplicates)",
                    Long.toString(Math.max(0, stored.rows("K") - load.sent())),
                    "0");
            rollups(stored);
            alerts(stored);
        }
    }

    private void rollups(Stored stored) throws InterruptedException, SQLException {
        Await.until("the rollups are derived", PATIENCE, () -> openMarks(stored) == 0);
        report.figure(
                "hourly rollups that differ from the raw rows",
                Long.toString(stored.wrongRollups("K")),
                "0");
    }

    private static long openMarks(Stored stored) {
        try {
            return stored.openMarks();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last minutes are left out: their windows may not have ended. */
    private void alerts(Stored stored) throws SQLException {
        List<RoadMinute> minutes = stored.minutes("K");
        Instant until =
                minutes.stream()
                        .map(RoadMinute::start)
                        .max(Instant::compareTo)
                        .orElseThrow()
                        .minus(Duration.ofMinutes(2));
        Set<String> batch = CongestionTwin.steps(minutes, until);
        Set<String> told = stored.congestionSteps(until);
        long same = told.stream().filter(batch::contains).count();
        report.figure(
                "congestion alerts opened or cleared: told, by a batch, in both",
                "%d, %d, %d".formatted(told.size(), batch.size(), same),
                "the same");
        Stream.concat(
                        told.stream()
                                .filter(step -> !batch.contains(step))
                                .map("  only told: "::concat),
                        batch.stream()
                                .filter(step -> !told.contains(step))
                                .map("  only by batch: "::concat))
                .limit(SHOWN)
                .forEach(report::note);
    }
}
