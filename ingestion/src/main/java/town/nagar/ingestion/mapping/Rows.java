package town.nagar.ingestion.mapping;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of a CSV file or a workbook, one after another, plain or gzipped. */
interface Rows extends Iterator<Row>, AutoCloseable {
    @Override
    void close() throws IOException;

    /** Opens a file as the kind its name says. */
    static Rows open(Path file, Mapping.Table table) throws IOException {
        return bareName(file).endsWith(".xlsx") ? new Xlsx(file, table) : new Csv(file, table);
    }

    /** The file's name without {@code .gz}. */
    static String bareName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.gz$", "");
    }

    /** The file's content, unzipped if it is gzipped. */
    static InputStream content(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** Where each column is. */
    static Map<String, Integer> columns(List<String> names) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i).strip().replace("\uFEFF", ""), i);
        }
        return columns;
    }

    /** A text file of separated values. */
    final class Csv implements Rows {
        private final CsvReader<CsvRecord> reader;
        private final CloseableIterator<CsvRecord> records;
        private final Map<String, Integer> columns;

        Csv(Path file, Mapping.Table table) throws IOException {
            Reader text = new InputStreamReader(content(file), StandardCharsets.UTF_8);
            reader = CsvReader.builder().fieldSeparator(table.delimiter()).ofCsvRecord(text);
            records = reader.iterator();
            Map<String, Integer> header = Map.of();
            for (int i = 0; i < table.headerRow() && records.hasNext(); i++) {
                header = columns(records.next().getFields());
            }
            columns = header;
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public Row next() {
            CsvRecord next = records.next();
            return new Row(next.getStartingLineNumber(), columns, next.getFields());
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /** A sheet of a workbook; cells with a date format are read as {@code yyyy-MM-dd HH:mm:ss}. */
    final class Xlsx implements Rows {
        private static final DateTimeFormatter DATE =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        private final ReadableWorkbook workbook;
        private final Stream<org.dhatim.fastexcel.reader.Row> stream;
        private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
        private final Map<String, Integer> columns;

        Xlsx(Path file, Mapping.Table table) throws IOException {
            workbook = new ReadableWorkbook(content(file), new ReadingOptions(true, false));
            Sheet sheet =
                    table.sheet().isEmpty()
                            ? workbook.getFirstSheet()
                            : workbook.findSheet(table.sheet())
                                    .orElseThrow(() ->
                                            new MappingException(
                                                    "there is no sheet '%s'"
                                                            .formatted(table.sheet())));
            stream = sheet.openStream();
            rows = stream.iterator();
            Map<String, Integer> header = Map.of();
            for (int i = 0; i < table.headerRow() && rows.hasNext(); i++) {
                header = columns(cells(rows.next()));
            }
            columns = header;
        }

        private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
            List<String> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(row.getOptionalCell(i).map(Xlsx::text).orElse(""));
            }
            return cells;
        }

        private static String text(Cell cell) {
            String format = Objects.requireNonNullElse(cell.getDataFormatString(), "");
            boolean date = cell.getType() == CellType.NUMBER && format.matches("(?i).*[yd].*");
            String text = date ? cell.asDate().format(DATE) : cell.getText();
            return Objects.requireNonNullElse(text, "");
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            org.dhatim.fastexcel.reader.Row row = rows.next();
            return new Row(row.getRowNum(), columns, cells(row));
        }

        @Override
        public void close() throws IOException {
            stream.close();
            workbook.close();
        }
    }
}
