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
import java.util.concurrent.TimeUnit;
import town.nagar.sample.load.LoadGenerator;
import town.nagar.sample.load.LoadPlan;

/**
 * From MQTT QoS 1 to rows in PostgreSQL, everything on this machine, the sender too: readings of
 * five values, one a message.
 */
final class IngestBench {
    private static final String PREFIX = "L";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Report report;
    private final InstantSource clock;
    private final double minutes;
    private final double rate;
    private final List<String> sensors;

    IngestBench(Report report, InstantSource clock, Arguments arguments) {
        this.report = report;
        this.clock = clock;
        this.minutes = arguments.number("minutes", 10);
        this.rate = arguments.number("rate", Double.POSITIVE_INFINITY);
        this.sensors = LoadPlan.numbered(PREFIX, (int) arguments.number("sensors", 1000));
    }

    void run() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("nagar-bench-town-");
        BenchTown.write(folder, sensors);
        try (TownUnderTest town = TownUnderTest.start("--no-demo", "--town", folder.toString());
                Connection tables = town.tables()) {
            measure(town, new Stored(tables));
            town.tellRestarts(report);
        }
    }

    private void measure(TownUnderTest town, Stored stored)
            throws IOException, InterruptedException, SQLException {
        try (LoadGenerator load = LoadGenerator.start(plan(town))) {
            warmUp(load);
            double cpuBefore = cpu(town);
            Parts before = Parts.now(town);
            long ackedBefore = load.acknowledged();
            long rowsBefore = stored.rows(PREFIX);
            long start = System.nanoTime();
            watch(town, load);
            long rowsAtEnd = stored.rows(PREFIX);
            double seconds = (System.nanoTime() - start) / 1e9;
            double cpu = cpu(town) - cpuBefore;
            Parts after = Parts.now(town);
            long acked = load.acknowledged() - ackedBefore;
            load.stop();
            load.awaitDrained(PATIENCE);
            awaitStored(stored, load);
            report(town, acked, rowsAtEnd - rowsBefore, seconds, cpu);
            report.figure(
                    "CPU seconds for 1,000 readings by part",
                    after.spentSince(before, (rowsAtEnd - rowsBefore) / 1000.0),
                    "");
            report.figure("MB resident by part", after.memory(), "");
            report.figure(
                    "acknowledged and not stored",
                    stored.lost(sensors, load) + " of " + load.acknowledged(),
                    "0");
        }
    }

    private LoadPlan plan(TownUnderTest town) throws IOException {
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        return new LoadPlan(
                town.broker(),
                sensors,
                4,
                rate,
                1000,
                Long.MAX_VALUE,
                hourAgo,
                Duration.ofMillis(100));
    }

    private static void warmUp(LoadGenerator load) throws InterruptedException {
        Await.until("the first readings", PATIENCE, () -> load.acknowledged() > 100);
        TimeUnit.SECONDS.sleep(40);
    }

    private void watch(TownUnderTest town, LoadGenerator load) throws InterruptedException {
        long end = System.nanoTime() + (long) (minutes * 60e9);
        long last = load.acknowledged();
        while (System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(10);
            long now = load.acknowledged();
            report.note(
                    "  %,d acknowledged a second, %d MB resident"
                            .formatted((now - last) / 10, town.processes().residentMegabytes()));
            last = now;
        }
    }

    /** The town's seconds and the sender's. */
    private static double cpu(TownUnderTest town) {
        return town.processes().cpuSeconds()
                + new ProcessTree(ProcessHandle.current()).ownCpuSeconds();
    }

    private static void awaitStored(Stored stored, LoadGenerator load) throws InterruptedException {
        Await.until(
                "all acknowledged readings are stored",
                PATIENCE,
                () -> {
                    try {
                        return stored.rows(PREFIX) >= load.acknowledged();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private void report(
            TownUnderTest town, long acked, long rows, double seconds, double cpuSeconds) {
        report.figure(
                "readings acknowledged a second",
                "%,.0f over %.1f min".formatted(acked / seconds, seconds / 60),
                "");
        report.figure(
                "readings stored a second in the same time",
                "%,.0f".formatted(rows / seconds),
                "7,000, aim 15,000");
        report.figure(
                "CPU seconds for 1,000 readings, sender included",
                "%.3f".formatted(cpuSeconds / rows * 1000),
                "");
        report.figure(
                "resident memory at the end",
                "%d MB (proportional %d MB)"
                        .formatted(
                                town.processes().residentMegabytes(),
                                town.processes().proportionalMegabytes()),
                "");
    }
}
