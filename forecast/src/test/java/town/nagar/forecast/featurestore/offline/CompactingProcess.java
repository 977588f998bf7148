package town.nagar.forecast.featurestore.offline;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import town.nagar.kit.objects.ObjectStore;

/** Compacts a bucket over and over, in a process that can be killed. */
final class CompactingProcess {
    private CompactingProcess() {}

    /** Starts one whose clock is ahead by so much. */
    static Process start(String bucket, ObjectStoreWords where, Path scratch, Duration ahead)
            throws IOException {
        String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        CompactingProcess.class.getName(),
                        where.url(),
                        where.accessKey(),
                        where.secretKey(),
                        bucket,
                        scratch.toString(),
                        ahead.toString())
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolveSibling("compacting.log").toFile())
                .start();
    }

    /** Where the object store is. */
    record ObjectStoreWords(String url, String accessKey, String secretKey) {}

    public static void main(String[] words) {
        Duration ahead = Duration.parse(words[5]);
        InstantSource clock = () -> InstantSource.system().instant().plus(ahead);
        try (var objects = new ObjectStore(URI.create(words[0]), words[1], words[2], words[3])) {
            var store = new OfflineStore(objects, Path.of(Objects.requireNonNull(words[4])));
            var compaction = new Compaction(store, Duration.ofDays(36_500), clock);
            while (!Thread.currentThread().isInterrupted()) {
                compaction.run();
            }
        }
    }
}
