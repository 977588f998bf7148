package town.nagar.ingestion.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file of the spool; records are added at its end and read from any offset. */
final class SpoolSegment implements AutoCloseable {
    private static final String SUFFIX = ".spool";

    private final long number;
    private final Path file;
    private final FileChannel channel;
    private long length;

    private SpoolSegment(long number, Path file, FileChannel channel, long length) {
        this.number = number;
        this.file = file;
        this.channel = channel;
        this.length = length;
    }

    static SpoolSegment create(Path dir, long number) throws IOException {
        Path file = dir.resolve("%016d%s".formatted(number, SUFFIX));
        return new SpoolSegment(number, file, open(file, StandardOpenOption.CREATE_NEW), 0);
    }

    static SpoolSegment existing(Path file) throws IOException {
        FileChannel channel = open(file, StandardOpenOption.READ);
        return new SpoolSegment(numberOf(file), file, channel, channel.size());
    }

    private static FileChannel open(Path file, StandardOpenOption option) throws IOException {
        return FileChannel.open(file, option, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{16}\\" + SUFFIX);
    }

    static long numberOf(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }

    long number() {
        return number;
    }

    long length() {
        return length;
    }

    void append(ByteBuffer record) throws IOException {
        int size = record.remaining();
        long at = length;
        while (record.hasRemaining()) {
            at += channel.write(record, at);
        }
        length += size;
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** Whole records from an offset on, as many as fit, at least one if there is one. */
    Chunk read(long offset, int maxRecords, int maxBytes) throws IOException {
        Chunk chunk = read(offset, maxRecords, buffer(offset, maxBytes));
        boolean large = chunk.records().isEmpty() && length - offset > maxBytes;
        return large ? read(offset, maxRecords, buffer(offset, Integer.MAX_VALUE)) : chunk;
    }

    private ByteBuffer buffer(long offset, int maxBytes) {
        return ByteBuffer.allocate((int) Math.min(maxBytes, length - offset));
    }

    private Chunk read(long offset, int maxRecords, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
            // a channel may give less than was asked for
        }
        buffer.flip();
        List<SpoolRecord> records = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        while (records.size() < maxRecords) {
            Optional<SpoolRecord> record = SpoolRecord.decode(buffer);
            if (record.isEmpty()) {
                break;
            }
            records.add(record.get());
            ends.add(offset + buffer.position());
        }
        return new Chunk(records, ends);
    }

    /** Records, and for each the offset behind it. */
    record Chunk(List<SpoolRecord> records, List<Long> ends) {}

    /** Forgets what lies behind an offset: the rest of a record that a crash cut short. */
    void truncate(long offset) throws IOException {
        channel.truncate(offset);
        length = offset;
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
