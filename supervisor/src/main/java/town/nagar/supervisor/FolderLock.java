package town.nagar.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one supervisor at a time use a data folder; released by the system when its process ends.
 *
 * <p>The holder's id is in a file of its own: a second supervisor in the same process must not even
 * open the locked file, since closing it would release the lock.
 */
final class FolderLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws IOException if another supervisor has it; the message names its process
     */
    static FolderLock take(Path dataDir) throws IOException {
        Path folder = dataDir.toRealPath();
        if (!HELD_HERE.add(folder)) {
            throw inUse(folder);
        }
        try {
            return new FolderLock(folder, locked(folder));
        } catch (IOException e) {
            HELD_HERE.remove(folder);
            throw e;
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("supervisor.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) {
            channel.close();
            throw inUse(folder);
        }
        Files.writeString(pidFile(folder), Long.toString(ProcessHandle.current().pid()));
        return channel;
    }

    private static IOException inUse(Path folder) throws IOException {
        String holder = Files.exists(pidFile(folder)) ? Files.readString(pidFile(folder)) : "?";
        return new IOException(
                "data folder %s is in use by process %s; stop that first, or choose another folder"
                        .formatted(folder, holder.strip()));
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("supervisor.pid");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(folder);
    }
}
