package town.nagar.ingestion.idempotency;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in a file, the oldest dropped first when there are too many or they are a day old. */
final class LocalIdempotency implements Idempotency {
    private static final Logger LOG = LoggerFactory.getLogger(LocalIdempotency.class);

    private final Path file;
    private final InstantSource clock;
    private final long maxBytes;
    private final Map<String, Kept> byKey = new LinkedHashMap<>();
    private DataOutputStream out;
    private long liveBytes;
    private long fileBytes;

    /** An answer in its encoded form. */
    private static final class Kept {
        private final long atMillis;
        private final byte[] answer;

        private Kept(long atMillis, byte[] answer) {
            this.atMillis = atMillis;
            this.answer = answer;
        }
    }

    LocalIdempotency(Path file, InstantSource clock, long maxBytes) {
        this.file = file;
        this.clock = clock;
        this.maxBytes = maxBytes;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            load();
            out = rewrite();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String key = in.readUTF();
                long at = in.readLong();
                byte[] answer = in.readNBytes(in.readInt());
                put(key, new Kept(at, answer));
            }
        } catch (EOFException e) {
            LOG.debug("answers read count={}", byKey.size());
        }
        dropOld();
    }

    private void put(String key, Kept kept) {
        remove(key);
        byKey.put(key, kept);
        liveBytes += kept.answer.length;
    }

    private void remove(String key) {
        Kept old = byKey.remove(key);
        liveBytes -= old == null ? 0 : old.answer.length;
    }

    private void dropOld() {
        long oldest = clock.millis() - KEPT.toMillis();
        Iterator<Kept> all = byKey.values().iterator();
        while (all.hasNext()) {
            Kept kept = all.next();
            if (kept.atMillis > oldest && liveBytes <= maxBytes) {
                return;
            }
            liveBytes -= kept.answer.length;
            all.remove();
        }
    }

    private DataOutputStream rewrite() throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (DataOutputStream all = stream(fresh, StandardOpenOption.CREATE)) {
            for (Map.Entry<String, Kept> entry : byKey.entrySet()) {
                write(entry.getKey(), entry.getValue(), all);
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        fileBytes = liveBytes;
        return stream(file, StandardOpenOption.APPEND);
    }

    private static DataOutputStream stream(Path path, StandardOpenOption option)
            throws IOException {
        return new DataOutputStream(
                new BufferedOutputStream(
                        Files.newOutputStream(path, option, StandardOpenOption.WRITE)));
    }

    private static void write(String key, Kept kept, DataOutputStream to) throws IOException {
        to.writeUTF(key);
        to.writeLong(kept.atMillis);
        to.writeInt(kept.answer.length);
        to.write(kept.answer);
        to.flush();
    }

    @Override
    public synchronized Claim claim(String key, String payloadHash) {
        dropOld();
        Kept kept = byKey.get(key);
        if (kept != null) {
            Answer answer = Answer.decode(kept.answer);
            boolean givenUp =
                    answer.status() == 0 && clock.millis() - kept.atMillis > LEASE.toMillis();
            if (!givenUp) {
                return answer.claim(payloadHash);
            }
        }
        put(key, new Kept(clock.millis(), Answer.running(payloadHash).encode()));
        return new Claim.Fresh();
    }

    @Override
    public synchronized void finish(String key, String payloadHash, int status, String body) {
        Kept kept = new Kept(clock.millis(), new Answer(payloadHash, status, body).encode());
        put(key, kept);
        try {
            write(key, kept, out);
            fileBytes += kept.answer.length;
            if (fileBytes > 2 * Math.max(liveBytes, 1 << 20)) {
                out.close();
                out = rewrite();
            }
        } catch (IOException e) {
            LOG.warn("answer not kept on disk; a repeat after a restart will be new", e);
        }
    }

    @Override
    public synchronized void abandon(String key) {
        remove(key);
    }

    /** Bytes held, for tests of the bound. */
    synchronized long bytes() {
        return Arrays.stream(byKey.values().toArray(new Kept[0]))
                .mapToLong(k -> k.answer.length)
                .sum();
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            LOG.warn("answers' file cannot be closed", e);
        }
    }
}
