package town.nagar.ingestion.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import town.nagar.contracts.Domain;

/** A foreign file as messages, in the order of the file; any of them gzipped. */
public final class MappedFile {
    private MappedFile() {}

    /** Whether the file is of JSON lines: these are messages already. */
    public static boolean isJsonLines(Path file) {
        return Rows.bareName(file).matches(".*\\.(jsonl|ndjson)");
    }

    /**
     * Opens a CSV file or workbook.
     *
     * @return to be closed
     * @throws MappingException if the file has no such table
     * @throws UncheckedIOException if the file cannot be read, also while reading on
     */
    public static Stream<MappedItem> open(Path file, Mapping mapping) {
        try {
            Rows rows = Rows.open(file, mapping.table());
            return stream(new Messages(rows, new RowReader(mapping)), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a JSON file with a list of flat records: their fields are the columns.
     *
     * @param field where the list is, with dots between fields; empty for the whole file
     * @return to be closed
     * @throws MappingException if there is no such list
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Stream<MappedItem> openJson(Path file, String field, Mapping mapping) {
        try {
            Rows rows = new JsonRows(file, field);
            return stream(new Messages(rows, new RowReader(mapping)), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a file of JSON lines.
     *
     * @return to be closed
     * @throws UncheckedIOException if the file cannot be read, also while reading on
     */
    public static Stream<MappedItem> openJsonLines(Path file, Domain domain) {
        try {
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(Rows.content(file), StandardCharsets.UTF_8));
            return stream(new Lines(reader, domain), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<MappedItem> stream(Iterator<MappedItem> items, AutoCloseable source) {
        Spliterator<MappedItem> all =
                Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED);
        return StreamSupport.stream(all, false)
                .onClose(() -> {
                    try {
                        source.close();
                    } catch (Exception e) {
                        throw new MappingException("the file cannot be closed", e);
                    }
                });
    }

    private static final class Messages implements Iterator<MappedItem> {
        private final Rows rows;
        private final RowReader reader;
        private final Deque<MappedItem> ready = new ArrayDeque<>();

        private Messages(Rows rows, RowReader reader) {
            this.rows = rows;
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && rows.hasNext()) {
                ready.addAll(reader.read(rows.next()));
            }
            return !ready.isEmpty();
        }

        @Override
        public MappedItem next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }

    private static final class Lines implements Iterator<MappedItem> {
        private final BufferedReader reader;
        private final Domain domain;
        private Optional<MappedItem> ready = Optional.empty();
        private long line;

        private Lines(BufferedReader reader, Domain domain) {
            this.reader = reader;
            this.domain = domain;
        }

        @Override
        public boolean hasNext() {
            try {
                while (ready.isEmpty()) {
                    String text = reader.readLine();
                    if (text == null) {
                        return false;
                    }
                    line++;
                    if (!text.isBlank()) {
                        ready = Optional.of(new MappedItem.Message(domain, "", -1, text, line));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        }

        @Override
        public MappedItem next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            MappedItem next = ready.orElseThrow();
            ready = Optional.empty();
            return next;
        }
    }
}
