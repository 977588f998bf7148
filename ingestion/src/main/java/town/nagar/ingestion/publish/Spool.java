package town.nagar.ingestion.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Records that wait on disk, first in, first out; those forced to disk survive a crash.
 *
 * <p>Segment files hold the records; the file {@code cursor} says what was taken out already. It is
 * not forced, so after a crash some records may come out a second time. Callers lock.
 */
final class Spool implements AutoCloseable {
    private static final int READ_BYTES = 1 << 20;
    private static final int CURSOR_BYTES = 24;

    private final Path dir;
    private final long maxBytes;
    private final int segmentBytes;
    private final Deque<SpoolSegment> segments = new ArrayDeque<>();
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private final FileChannel cursor;
    private List<Long> ends = List.of();
    private long headOffset;
    private long recovered;
    private long bytes;
    private long records;
    private boolean dirty;

    private Spool(Path dir, long maxBytes, int segmentBytes, FileChannel cursor) {
        this.dir = dir;
        this.maxBytes = maxBytes;
        this.segmentBytes = segmentBytes;
        this.cursor = cursor;
    }

    /**
     * Opens the spool in a folder, with what an earlier run left there.
     *
     * @throws UncheckedIOException if the folder cannot be used
     */
    static Spool open(Path dir, long maxBytes, int segmentBytes) {
        try {
            Files.createDirectories(dir);
            FileChannel cursor =
                    FileChannel.open(
                            dir.resolve("cursor"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            Spool spool = new Spool(dir, maxBytes, segmentBytes, cursor);
            spool.recover();
            return spool;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void recover() throws IOException {
        long[] taken = readCursor();
        for (Path file : segmentFiles()) {
            if (SpoolSegment.numberOf(file) < taken[0]) {
                Files.delete(file);
            } else {
                recover(SpoolSegment.existing(file), taken);
            }
        }
    }

    private List<Path> segmentFiles() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(SpoolSegment::isSegment).sorted().toList();
        }
    }

    private void recover(SpoolSegment segment, long[] taken) throws IOException {
        long start = segment.number() == taken[0] ? Math.min(taken[1], segment.length()) : 0;
        long offset = start;
        long found = 0;
        SpoolSegment.Chunk chunk = segment.read(offset, Integer.MAX_VALUE, READ_BYTES);
        while (!chunk.records().isEmpty()) {
            found += chunk.records().size();
            offset = chunk.ends().getLast();
            chunk = segment.read(offset, Integer.MAX_VALUE, READ_BYTES);
        }
        segment.truncate(offset);
        if (found == 0) {
            segment.delete();
            return;
        }
        headOffset = segments.isEmpty() ? start : headOffset;
        segments.add(segment);
        recovered += found;
        records += found;
        bytes += segment.length();
    }

    private long[] readCursor() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CURSOR_BYTES);
        cursor.read(buffer, 0);
        boolean valid = !buffer.hasRemaining() && buffer.getLong(16) == checksum(buffer);
        return valid ? new long[] {buffer.getLong(0), buffer.getLong(8)} : new long[2];
    }

    private void writeCursor(long segment, long offset) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CURSOR_BYTES);
        buffer.putLong(0, segment).putLong(8, offset).putLong(16, checksum(buffer));
        cursor.write(buffer, 0);
    }

    private static long checksum(ByteBuffer buffer) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.slice(0, 16));
        return crc.getValue();
    }

    /**
     * Adds a record.
     *
     * @param done completed by whoever takes the record out
     * @return false if there is no room
     * @throws UncheckedIOException if the disk refuses
     */
    boolean append(String topic, String key, byte[] value, CompletableFuture<Void> done) {
        ByteBuffer record = SpoolRecord.encode(topic, key, value);
        if (bytes + record.remaining() > maxBytes) {
            return false;
        }
        try {
            bytes += record.remaining();
            tail(record.remaining()).append(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        waiting.add(done);
        records++;
        dirty = true;
        return true;
    }

    private SpoolSegment tail(int needed) throws IOException {
        Optional<SpoolSegment> last = Optional.ofNullable(segments.peekLast());
        boolean fits = last.isPresent() && last.get().length() + needed <= segmentBytes;
        if (fits) {
            return last.get();
        }
        force();
        long number = last.map(SpoolSegment::number).orElseGet(this::lastNumber) + 1;
        SpoolSegment fresh = SpoolSegment.create(dir, number);
        headOffset = segments.isEmpty() ? 0 : headOffset;
        segments.add(fresh);
        return fresh;
    }

    /** A number above all used before, so that an old cursor never points into a new file. */
    private long lastNumber() {
        try {
            return readCursor()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forces to disk what was added since the last time. */
    void force() throws IOException {
        if (dirty && !segments.isEmpty()) {
            segments.getLast().force();
        }
        dirty = false;
    }

    /** The oldest records; they stay until {@link #remove}. */
    List<SpoolRecord> peek(int max) throws IOException {
        if (segments.isEmpty()) {
            return List.of();
        }
        SpoolSegment.Chunk chunk = segments.getFirst().read(headOffset, max, READ_BYTES);
        ends = chunk.ends();
        return chunk.records();
    }

    /**
     * Takes out the first of the records that {@link #peek} gave last.
     *
     * @return those who wait for them, to be told
     */
    List<CompletableFuture<Void>> remove(int count) throws IOException {
        headOffset = ends.get(count - 1);
        ends = ends.subList(count, ends.size());
        records -= count;
        List<CompletableFuture<Void>> told = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (recovered > 0) {
                recovered--;
            } else {
                told.add(waiting.remove());
            }
        }
        SpoolSegment head = segments.getFirst();
        if (headOffset == head.length()) {
            dropHead(head);
        } else {
            writeCursor(head.number(), headOffset);
        }
        return told;
    }

    private void dropHead(SpoolSegment head) throws IOException {
        writeCursor(head.number() + 1, 0);
        segments.removeFirst();
        bytes -= head.length();
        head.delete();
        headOffset = 0;
        dirty = dirty && !segments.isEmpty();
    }

    boolean isEmpty() {
        return records == 0;
    }

    long records() {
        return records;
    }

    /** Bytes on disk. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        force();
        for (SpoolSegment segment : segments) {
            segment.close();
        }
        cursor.close();
    }
}
