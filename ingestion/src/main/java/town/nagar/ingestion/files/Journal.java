package town.nagar.ingestion.files;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** How far each file of the inbox has been taken in, on disk; a crash goes on from there. */
final class Journal {
    private final Path dir;

    /**
     * How far a file is.
     *
     * @param items messages and bad rows that are settled, from the file's beginning
     * @param taken messages among them that were accepted or known already
     */
    record Progress(long items, long taken, long refused) {
        static final Progress NONE = new Progress(0, 0, 0);

        Progress plus(long moreTaken, long moreRefused) {
            return new Progress(
                    items + moreTaken + moreRefused, taken + moreTaken, refused + moreRefused);
        }
    }

    Journal(Path dir) {
        this.dir = dir;
    }

    private Path entry(Inbox.Arrived arrived) {
        String name = arrived.domain().word() + "-" + arrived.file().getFileName() + ".progress";
        return dir.resolve(name);
    }

    Progress read(Inbox.Arrived arrived) throws IOException {
        Path entry = entry(arrived);
        if (Files.notExists(entry)) {
            return Progress.NONE;
        }
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(entry)) {
            kept.load(in);
        }
        boolean same = arrived.identity().equals(kept.getProperty("identity"));
        return same
                ? new Progress(
                        number(kept, "items"), number(kept, "taken"), number(kept, "refused"))
                : Progress.NONE;
    }

    private static long number(Properties kept, String key) {
        return Long.parseLong(kept.getProperty(key, "0"));
    }

    void write(Inbox.Arrived arrived, Progress progress) throws IOException {
        Files.createDirectories(dir);
        Properties kept = new Properties();
        kept.setProperty("identity", arrived.identity());
        kept.setProperty("items", Long.toString(progress.items()));
        kept.setProperty("taken", Long.toString(progress.taken()));
        kept.setProperty("refused", Long.toString(progress.refused()));
        Path fresh = entry(arrived).resolveSibling(entry(arrived).getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            kept.store(out, null);
        }
        Files.move(fresh, entry(arrived), StandardCopyOption.REPLACE_EXISTING);
    }

    void forget(Inbox.Arrived arrived) throws IOException {
        Files.deleteIfExists(entry(arrived));
    }
}
