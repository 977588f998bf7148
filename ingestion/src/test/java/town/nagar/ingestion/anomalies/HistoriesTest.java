package town.nagar.ingestion.anomalies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Values;

class HistoriesTest {
    /** A Friday, 13:30 in India. */
    private static final long FRIDAY = Instant.parse("2026-02-06T08:00:00Z").toEpochMilli();

    private static final long WEEK = Duration.ofDays(7).toMillis();

    @TempDir Path dir;

    private final Random random = new Random(7);

    private static boolean judge(Histories histories, String sensor, double value, long at) {
        Values values = Values.of(Domain.WATER, Map.of("pressure_bar", value));
        return histories.isUnusual(sensor, Domain.WATER, values, at, at);
    }

    private Histories taught(int count) {
        Histories histories = new Histories(AnomalySettings.DEFAULTS);
        for (int i = 0; i < count; i++) {
            judge(histories, "W1", 2 + random.nextGaussian() * 0.1, FRIDAY + i * WEEK);
        }
        return histories;
    }

    @Test
    void aValueMoreThanThreeDeviationsFromItsHoursMeanIsUnusual() {
        assertThat(judge(taught(40), "W1", 2.25, FRIDAY)).isFalse();
        assertThat(judge(taught(40), "W1", 2.5, FRIDAY)).isTrue();
    }

    @Test
    void nothingIsUnusualBeforeEnoughWasSeen() {
        assertThat(judge(taught(29), "W1", 99, FRIDAY)).isFalse();
        assertThat(judge(taught(30), "W1", 99, FRIDAY)).isTrue();
    }

    @Test
    void everyHourOfTheWeekHasAHistoryOfItsOwn() {
        assertThat(judge(taught(40), "W1", 99, FRIDAY + 3_600_000)).isFalse();
        assertThat(judge(taught(40), "W2", 99, FRIDAY)).isFalse();
    }

    @Test
    void theWeekBeginsOnMondayAtMidnightInIndia() {
        long monday = Instant.parse("2026-02-01T18:30:00Z").toEpochMilli();
        assertThat(Histories.hourOfWeek(monday)).isZero();
        assertThat(Histories.hourOfWeek(monday - 1)).isEqualTo(167);
        assertThat(Histories.hourOfWeek(monday - 520 * WEEK)).isZero();
        assertThat(Histories.hourOfWeek(-60L * 52 * WEEK)).isBetween(0, 167);
    }

    /** The twin is the textbook formula over all values. */
    @Test
    void meanAndDeviationAgreeWithTheirDefinition() {
        WeekHistory history = new WeekHistory();
        double[] values = random.doubles(200, 10, 20).toArray();
        for (double value : values) {
            history.learn(5, value, 500);
        }
        double mean = java.util.Arrays.stream(values).average().orElseThrow();
        double variance =
                java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 199;
        double edge = mean + 3 * Math.sqrt(variance);
        assertThat(history.isUnusual(5, edge + 0.01, 3, 30)).isTrue();
        assertThat(history.isUnusual(5, edge - 0.01, 3, 30)).isFalse();
        assertThat(edge).isCloseTo(15 + 3 * 10 / Math.sqrt(12), Offset.offset(1.5));
    }

    @Test
    void aLastingChangeBecomesTheNewNormal() {
        Histories histories = taught(600);
        for (int i = 0; i < 3_000; i++) {
            judge(histories, "W1", 4 + random.nextGaussian() * 0.1, FRIDAY + i * WEEK);
        }
        assertThat(judge(histories, "W1", 4.1, FRIDAY)).isFalse();
        assertThat(judge(histories, "W1", 2, FRIDAY)).isTrue();
    }

    @Test
    void whatWasLearntSurvivesARestart() throws IOException {
        taught(40).save(dir.resolve("histories.bin"));
        Histories again = new Histories(AnomalySettings.DEFAULTS);
        again.load(dir.resolve("histories.bin"));
        assertThat(judge(again, "W1", 2.5, FRIDAY)).isTrue();
    }

    @Test
    void aBrokenFileIsLeftAside() throws IOException {
        Path file = dir.resolve("histories.bin");
        Files.write(file, new byte[] {0, 0, 0, 1, 1, 0, 9, 9});
        Histories histories = new Histories(AnomalySettings.DEFAULTS);
        histories.load(file);
        assertThat(histories.count()).isZero();
    }

    @Test
    void memoryIsBoundedAndTheLeastUsedAreForgotten() {
        AnomalySettings small =
                new AnomalySettings(3, 30, 500, 100L * WeekHistory.BYTES, Duration.ofMinutes(10));
        Histories histories = new Histories(small);
        for (int i = 0; i < 1_000; i++) {
            judge(histories, "W" + i, 2, FRIDAY + i);
            assertThat(histories.count()).isLessThanOrEqualTo(100);
        }
    }
}
