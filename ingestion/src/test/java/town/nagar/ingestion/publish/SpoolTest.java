package town.nagar.ingestion.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
    private static final int SEGMENT = 65_536;

    @TempDir Path dir;

    private Spool open() {
        return Spool.open(dir, 1 << 20, SEGMENT);
    }

    private static CompletableFuture<Void> add(Spool spool, String text) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        assertThat(spool.append("traffic", "R7", value, done)).isTrue();
        return done;
    }

    private static List<String> texts(List<SpoolRecord> records) {
        return records.stream()
                .map(record -> new String(record.valueBytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> takeAll(Spool spool) throws IOException {
        List<String> all = new ArrayList<>();
        for (List<SpoolRecord> some = spool.peek(7); !some.isEmpty(); some = spool.peek(7)) {
            all.addAll(texts(some));
            spool.remove(some.size());
        }
        return all;
    }

    @Test
    void recordsComeOutAsTheyWentInAndTheirSendersAreTold() throws IOException {
        try (Spool spool = open()) {
            CompletableFuture<Void> first = add(spool, "one");
            var _ = add(spool, "two");
            List<SpoolRecord> records = spool.peek(10);
            assertThat(texts(records)).containsExactly("one", "two");
            assertThat(records.getFirst().topic()).isEqualTo("traffic");
            assertThat(records.getFirst().key()).isEqualTo("R7");
            assertThat(spool.remove(1)).containsExactly(first);
            assertThat(texts(spool.peek(10))).containsExactly("two");
        }
    }

    @Test
    void whatWasSpooledBeforeACrashComesOutFirstAfterIt() throws IOException {
        Spool crashed = open();
        var _ = add(crashed, "one");
        var _ = add(crashed, "two");
        crashed.peek(1);
        crashed.remove(1);
        try (Spool spool = open()) {
            CompletableFuture<Void> mine = add(spool, "three");
            assertThat(texts(spool.peek(1))).containsExactly("two");
            assertThat(spool.remove(1)).isEmpty();
            assertThat(texts(spool.peek(9))).containsExactly("three");
            assertThat(spool.remove(1)).containsExactly(mine);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 20})
    void aRecordCutShortByACrashIsForgottenAndThoseBeforeStay(int cut) throws IOException {
        Spool crashed = open();
        var _ = add(crashed, "one");
        var _ = add(crashed, "two");
        Path segment = segments().getFirst();
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, java.util.Arrays.copyOf(bytes, bytes.length - cut));
        try (Spool spool = open()) {
            var _ = add(spool, "three");
            assertThat(takeAll(spool)).containsExactly("one", "three");
        }
    }

    @Test
    void aBrokenCursorLosesNothing() throws IOException {
        Spool crashed = open();
        var _ = add(crashed, "one");
        var _ = add(crashed, "two");
        crashed.peek(1);
        crashed.remove(1);
        Files.write(dir.resolve("cursor"), new byte[] {9, 9, 9}, StandardOpenOption.WRITE);
        try (Spool spool = open()) {
            assertThat(takeAll(spool)).containsExactly("one", "two");
        }
    }

    @Test
    void aFullSpoolTakesNoMoreUntilItIsDrained() throws IOException {
        try (Spool spool = Spool.open(dir, SEGMENT, SEGMENT)) {
            byte[] large = new byte[40_000];
            assertThat(spool.append("t", "k", large, new CompletableFuture<>())).isTrue();
            assertThat(spool.append("t", "k", large, new CompletableFuture<>())).isFalse();
            spool.peek(1);
            spool.remove(1);
            assertThat(spool.append("t", "k", large, new CompletableFuture<>())).isTrue();
        }
    }

    @Test
    void aRecordLargerThanASegmentComesOutWhole() throws IOException {
        try (Spool spool = Spool.open(dir, 8 << 20, SEGMENT)) {
            byte[] large = new byte[3 << 20];
            large[large.length - 1] = 7;
            assertThat(spool.append("t", "k", large, new CompletableFuture<>())).isTrue();
            assertThat(spool.peek(1).getFirst().valueBytes()).isEqualTo(large);
        }
    }

    @Test
    void drainedSegmentsAreDeleted() throws IOException {
        try (Spool spool = open()) {
            for (int i = 0; i < 4_000; i++) {
                var _ = add(spool, "some text of a reading, number " + i);
            }
            assertThat(segments()).hasSizeGreaterThan(2);
            takeAll(spool);
            assertThat(segments()).isEmpty();
            assertThat(spool.bytes()).isZero();
        }
    }

    /** A queue in memory is the slow twin; the spool is opened anew now and then. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void itAgreesWithAQueueInMemory(long seed) throws IOException {
        Random random = new Random(seed);
        Deque<String> twin = new ArrayDeque<>();
        Spool spool = Spool.open(dir, 1 << 30, SEGMENT);
        for (int i = 0; i < 3_000; i++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4, 5 -> {
                    String text = "x".repeat(random.nextInt(2_000)) + i;
                    var _ = add(spool, text);
                    twin.add(text);
                }
                case 6, 7, 8 -> {
                    List<SpoolRecord> some = spool.peek(1 + random.nextInt(20));
                    if (!some.isEmpty()) {
                        int count = 1 + random.nextInt(some.size());
                        for (String text : texts(some).subList(0, count)) {
                            assertThat(text).isEqualTo(twin.remove());
                        }
                        spool.remove(count);
                    }
                }
                default -> spool = reopened(spool);
            }
            assertThat(spool.records()).isEqualTo(twin.size());
        }
        assertThat(takeAll(spool)).containsExactlyElementsOf(twin);
        spool.close();
    }

    private Spool reopened(Spool spool) throws IOException {
        spool.close();
        return Spool.open(dir, 1 << 30, SEGMENT);
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(SpoolSegment::isSegment).sorted().toList();
        }
    }
}
