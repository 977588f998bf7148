package town.nagar.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From {@code ./nagar up} with an empty data folder to the first fresh value, and the memory. */
final class StartBench {
    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

    private final Report report;
    private final InstantSource clock;
    private final double minutes;

    StartBench(Report report, InstantSource clock, Arguments arguments) {
        this.report = report;
        this.clock = clock;
        this.minutes = arguments.number("minutes", 10);
    }

    void run() throws IOException, InterruptedException {
        Instant begun = clock.instant();
        try (TownUnderTest town =
                TownUnderTest.launch(Files.createTempDirectory("nagar-bench-"), false)) {
            Await.until("a fresh value", Duration.ofMinutes(3), () -> isFresh(town));
            double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
            report.figure("seconds to the first fresh value", "%.1f".formatted(seconds), "30");
            TimeUnit.SECONDS.sleep((long) (minutes * 60));
            report.figure(
                    "memory of all processes after %.0f min".formatted(minutes),
                    "%d MB resident; %d MB where shared pages count in each"
                            .formatted(
                                    town.processes().proportionalMegabytes(),
                                    town.processes().residentMegabytes()),
                    "2560 MB");
            report.figure("of that, shared pages in each", Parts.now(town).memory() + " MB", "");
        }
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
