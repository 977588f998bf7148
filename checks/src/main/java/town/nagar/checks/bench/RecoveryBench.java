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

/**
 * Each process killed by signal 9 under load, one after the other. One half of the load is of now,
 * for the alerts; the other of hours that have ended, whose rollups are derived meanwhile.
 */
final class RecoveryBench {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SHOWN = 20;
    private static final int SENSORS = 100;
    private static final Duration PAST = Duration.ofHours(3);
    private static final List<String> VICTIMS =
            List.of("services", "kafka", "streams", "postgres", "redis", "mqtt");

    private final Report report;
    private final InstantSource clock;
    private final double rate;
    private final List<String> live = LoadPlan.numbered("KL", SENSORS);
    private final List<String> past = LoadPlan.numbered("KP", SENSORS);

    RecoveryBench(Report report, InstantSource clock, Arguments arguments) {
        this.report = report;
        this.clock = clock;
        this.rate = arguments.number("rate", 1000);
    }

    void run() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("nagar-bench-town-");
        BenchTown.write(folder, Stream.concat(live.stream(), past.stream()).toList());
        try (TownUnderTest town = TownUnderTest.start("--no-demo", "--town", folder.toString());
                LoadGenerator ofNow = LoadGenerator.start(plan(town, live, clock.instant()));
                LoadGenerator ofPast =
                        LoadGenerator.start(plan(town, past, clock.instant().minus(PAST)))) {
            TimeUnit.SECONDS.sleep(20);
            for (String victim : VICTIMS) {
                town.kill(victim);
                recovered(victim, town, ofNow);
            }
            town.parent().destroyForcibly();
            town.parent().onExit().join();
            town.relaunch();
            recovered("the parent", town, ofNow);
            for (LoadGenerator load : List.of(ofNow, ofPast)) {
                load.stop();
                load.awaitDrained(PATIENCE);
            }
            check(town, ofNow, ofPast);
            town.tellRestarts(report);
        }
    }

    private LoadPlan plan(TownUnderTest town, List<String> sensors, Instant first)
            throws IOException {
        double half = rate / 2;
        return new LoadPlan(
                town.broker(),
                sensors,
                1,
                half,
                500,
                Long.MAX_VALUE,
                first,
                Duration.ofMillis(Math.round(1000 * sensors.size() / half)));
    }

    /** Recovered means: what was acknowledged after the kill has become rows. */
    private void recovered(String victim, TownUnderTest town, LoadGenerator load)
            throws InterruptedException {
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(1);
        long goal = load.acknowledged() + (long) rate / 2;
        Await.until(
                "readings flow again after the end of " + victim,
                PATIENCE,
                () -> load.acknowledged() > goal && rows(town, "KL") >= goal);
        report.figure(
                "seconds until new readings are stored after kill -9 of " + victim,
                "%.1f".formatted((System.nanoTime() - start) / 1e9),
                "");
        TimeUnit.SECONDS.sleep(10);
    }

    private static long rows(TownUnderTest town, String prefix) {
        try (Connection tables = town.tables()) {
            return new Stored(tables).rows(prefix);
        } catch (SQLException | IOException | RuntimeException e) {
            return 0; // the database is one of the killed
        }
    }

    private void check(TownUnderTest town, LoadGenerator ofNow, LoadGenerator ofPast)
            throws InterruptedException, IOException, SQLException {
        long acknowledged = ofNow.acknowledged() + ofPast.acknowledged();
        Await.until(
                "what was acknowledged is stored", PATIENCE, () -> rows(town, "K") >= acknowledged);
        try (Connection tables = town.tables()) {
            Stored stored = new Stored(tables);
            report.figure(
                    "acknowledged readings lost",
                    "%d of %d"
                            .formatted(
                                    stored.lost(live, ofNow) + stored.lost(past, ofPast),
                                    acknowledged),
                    "0");
            long sent = ofNow.sent() + ofPast.sent();
            report.figure(
                    "rows beyond what was sent (duplicates)",
                    Long.toString(Math.max(0, stored.rows("K") - sent)),
                    "0");
            rollups(stored);
            alerts(stored);
        }
    }

    private void rollups(Stored stored) throws InterruptedException, SQLException {
        Await.until(
                "the rollups of ended hours are derived", PATIENCE, () -> openMarks(stored) == 0);
        report.figure(
                "hourly rollups that differ from the raw rows",
                "%d of %d".formatted(stored.wrongRollups("KP"), stored.rollups("KP")),
                "0");
    }

    private static long openMarks(Stored stored) {
        try {
            return stored.openMarks("KP");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last minutes are left out: their windows may not have ended. */
    private void alerts(Stored stored) throws SQLException {
        List<RoadMinute> minutes = stored.minutes("KL");
        Instant until =
                minutes.stream()
                        .map(RoadMinute::start)
                        .max(Instant::compareTo)
                        .orElseThrow()
                        .minus(Duration.ofMinutes(2));
        Set<String> batch = CongestionTwin.steps(minutes, until);
        Set<String> told = stored.congestionSteps("KL", until);
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
