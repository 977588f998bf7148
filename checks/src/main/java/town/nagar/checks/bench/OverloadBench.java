package town.nagar.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import town.nagar.sample.load.LoadGenerator;
import town.nagar.sample.load.LoadPlan;

/** As much as many connections can push, without pause: what is acknowledged must be stored. */
final class OverloadBench {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Report report;
    private final InstantSource clock;
    private final double minutes;
    private final List<String> sensors;

    OverloadBench(Report report, InstantSource clock, Arguments arguments) {
        this.report = report;
        this.clock = clock;
        this.minutes = arguments.number("minutes", 2);
        this.sensors = LoadPlan.numbered("V", (int) arguments.number("sensors", 1000));
    }

    void run() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("nagar-bench-town-");
        BenchTown.write(folder, sensors);
        try (TownUnderTest town = TownUnderTest.start("--no-demo", "--town", folder.toString());
                Connection tables = town.tables();
                LoadGenerator load = LoadGenerator.start(plan(town))) {
            Poster poster = Poster.start(town, clock.instant().minus(Duration.ofHours(8)));
            long most = watch(town);
            poster.stop();
            load.stop();
            boolean drained = load.awaitDrained(PATIENCE);
            long start = System.nanoTime();
            Stored stored = new Stored(tables);
            Await.until(
                    "what was acknowledged is stored",
                    PATIENCE,
                    () ->
                            rows(stored, "V") >= load.acknowledged()
                                    && rows(stored, Poster.PREFIX) >= poster.acknowledged());
            report(load, stored, drained, most, (System.nanoTime() - start) / 1e9);
            poster.report(report, rows(stored, Poster.PREFIX));
            town.tellRestarts(report);
        }
    }

    /** The most memory that was held. */
    private long watch(TownUnderTest town) throws InterruptedException {
        long most = 0;
        for (int i = 0; i < minutes * 12; i++) {
            TimeUnit.SECONDS.sleep(5);
            most = Math.max(most, town.processes().residentMegabytes());
        }
        return most;
    }

    private LoadPlan plan(TownUnderTest town) throws IOException {
        return new LoadPlan(
                town.broker(),
                sensors,
                16,
                Double.POSITIVE_INFINITY,
                60_000,
                Long.MAX_VALUE,
                clock.instant().minus(Duration.ofHours(2)),
                Duration.ofMillis(50));
    }

    private static long rows(Stored stored, String prefix) {
        try {
            return stored.rows(prefix);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report(
            LoadGenerator load, Stored stored, boolean drained, long mostMegabytes, double seconds)
            throws SQLException {
        report.figure(
                "acknowledged, then stored",
                "%,d, then %,d".formatted(load.acknowledged(), rows(stored, "V")),
                "the same");
        report.figure(
                "acknowledged and not stored", Long.toString(stored.lost(sensors, load)), "0");
        report.figure("all that was sent was acknowledged", Boolean.toString(drained), "true");
        report.figure("most resident memory", mostMegabytes + " MB", "bounded");
        report.figure("seconds until all was stored", "%.0f".formatted(seconds), "");
    }
}
