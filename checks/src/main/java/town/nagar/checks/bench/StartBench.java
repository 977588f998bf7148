package town.nagar.checks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import town.nagar.supervisor.binaries.DebianPackages;

/**
 * From {@code ./nagar up} with an empty data folder to the first fresh value, and the memory: at
 * the first start after a build, and at a later one, which finds archives of classes.
 */
final class StartBench {
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Report report;
    private final InstantSource clock;
    private final double minutes;

    StartBench(Report report, InstantSource clock, Arguments arguments) {
        this.report = report;
        this.clock = clock;
        this.minutes = arguments.number("minutes", 10);
    }

    void run() throws IOException, InterruptedException {
        Path archives = Files.createTempDirectory("nagar-bench-classes-");
        try {
            first(archives);
            later(archives);
        } finally {
            DebianPackages.deleteTree(archives);
        }
    }

    private void first(Path archives) throws IOException, InterruptedException {
        Instant begun = clock.instant();
        try (TownUnderTest town = launch(archives)) {
            awaitFresh(town);
            report.figure("seconds to the first fresh value", since(begun), "30");
            TimeUnit.SECONDS.sleep((long) (minutes * 60));
            report.figure(
                    "memory of all processes after %.0f min".formatted(minutes),
                    "%d MB resident; %d MB where shared pages count in each"
                            .formatted(
                                    town.processes().proportionalMegabytes(),
                                    town.processes().residentMegabytes()),
                    "2560 MB");
            report.figure("of that, shared pages in each", Parts.now(town).memory() + " MB", "");
            Await.until("the archives of classes are made", PATIENCE, () -> all(archives));
            town.tellRestarts(report);
        }
    }

    private void later(Path archives) throws IOException, InterruptedException {
        Instant begun = clock.instant();
        try (TownUnderTest town = launch(archives)) {
            awaitFresh(town);
            report.figure("the same at a later start of the same build", since(begun), "30");
            town.tellRestarts(report);
        }
    }

    private static TownUnderTest launch(Path archives) throws IOException {
        Path data = Files.createTempDirectory("nagar-bench-");
        Files.writeString(
                data.resolve("nagar.properties"), "nagar.servers.class-archives=" + archives);
        return TownUnderTest.launch(data, false);
    }

    /** Of Kafka, the MQTT broker, objects, documents, the streams and the services. */
    private static boolean all(Path archives) {
        try (Stream<Path> files = Files.list(archives)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).count() == 6;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitFresh(TownUnderTest town) throws InterruptedException {
        Await.until("a fresh value", PATIENCE, () -> isFresh(town));
    }

    private String since(Instant begun) {
        return "%.1f".formatted(Duration.between(begun, clock.instant()).toMillis() / 1000.0);
    }

    /** Whether some traffic sensor's newest value is from the last two minutes. */
    private boolean isFresh(TownUnderTest town) {
        try {
            Matcher matcher = TIMESTAMP.matcher(town.get("/v1/data/traffic/latest").body());
            Instant limit = clock.instant().minus(Duration.ofMinutes(2));
            while (matcher.find()) {
                if (Instant.parse(matcher.group(1)).isAfter(limit)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // not up yet
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
