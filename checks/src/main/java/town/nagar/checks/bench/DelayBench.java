package town.nagar.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.sample.load.LoadGenerator;
import town.nagar.sample.load.LoadPlan;

/** From a sensor's event time to its value in the API, under load. */
final class DelayBench {
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
    private static final String PROBE = "PROBE00001";

    private final Report report;
    private final InstantSource clock;
    private final double rate;
    private final int samples;
    private final List<String> sensors;

    DelayBench(Report report, InstantSource clock, Arguments arguments) {
        this.report = report;
        this.clock = clock;
        this.rate = arguments.number("rate", 3500);
        this.samples = (int) arguments.number("samples", 200);
        this.sensors = LoadPlan.numbered("L", (int) arguments.number("sensors", 1000));
    }

    void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nagar-bench-town-");
        List<String> all = new ArrayList<>(sensors);
        all.add(PROBE);
        BenchTown.write(folder, all);
        try (TownUnderTest town = TownUnderTest.start("--no-demo", "--town", folder.toString());
                LoadGenerator load = LoadGenerator.start(plan(town, sensors, rate, 4))) {
            TimeUnit.SECONDS.sleep(60);
            long before = load.acknowledged();
            long start = System.nanoTime();
            double[] millis = probe(town);
            double seconds = (System.nanoTime() - start) / 1e9;
            report.figure(
                    "load meanwhile, readings a second",
                    "%,.0f".formatted((load.acknowledged() - before) / seconds),
                    "half the sustained");
            report.figure(
                    "milliseconds from sensor to API",
                    new Percentiles(millis).toString(),
                    "p99 2000");
            town.tellRestarts(report);
        }
    }

    private LoadPlan plan(TownUnderTest town, List<String> ids, double perSecond, int connections)
            throws IOException {
        long stepMillis = Math.max(1, Math.round(1000 * ids.size() / perSecond));
        return new LoadPlan(
                town.broker(),
                ids,
                connections,
                perSecond,
                1000,
                Long.MAX_VALUE,
                clock.instant(),
                Duration.ofMillis(stepMillis));
    }

    /** One probe a second; its event time is when it was due to be sent. */
    private double[] probe(TownUnderTest town) throws IOException, InterruptedException {
        double[] millis = new double[samples];
        try (LoadGenerator probe = LoadGenerator.start(plan(town, List.of(PROBE), 1, 1))) {
            Instant last = Instant.EPOCH;
            int seen = 0;
            while (seen < samples) {
                Instant newest = newest(town);
                if (newest.isAfter(last)) {
                    millis[seen++] = Duration.between(newest, clock.instant()).toNanos() / 1e6;
                    last = newest;
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            probe.stop();
        }
        return millis;
    }

    private static Instant newest(TownUnderTest town) throws IOException, InterruptedException {
        Matcher matcher =
                TIMESTAMP.matcher(town.get("/v1/data/traffic/latest?ids=" + PROBE).body());
        return matcher.find() ? Instant.parse(matcher.group(1)) : Instant.EPOCH;
    }
}
