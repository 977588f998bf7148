package town.nagar.simulation.calibration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads hourly counts from a CSV file, packed by gzip if its name ends in {@code .gz}. */
final class CountsFile {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]");

    private CountsFile() {}

    /**
     * Counts by hour; of several rows of one hour the first holds.
     *
     * @throws IllegalArgumentException naming file, line, column, value and what is allowed
     */
    static SortedMap<LocalDateTime, Double> read(Path file, String timeColumn, String countColumn)
            throws IOException {
        try (BufferedReader reader = open(file)) {
            String first = reader.readLine();
            List<String> header = List.of((first == null ? "" : first).split(",", -1));
            int time = column(file, header, timeColumn);
            int count = column(file, header, countColumn);
            SortedMap<LocalDateTime, Double> counts = new TreeMap<>();
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String[] cell = line.split(",", -1);
                if (cell.length != header.size()) {
                    throw new IllegalArgumentException(
                            "%s, line %d: %d cells; allowed are %d"
                                    .formatted(file, number, cell.length, header.size()));
                }
                counts.putIfAbsent(
                        hour(file, number, timeColumn, cell[time]),
                        vehicles(file, number, countColumn, cell[count]));
            }
            return counts;
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean packed = file.toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(
                        packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }

    private static int column(Path file, List<String> header, String name) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "%s, line 1: no column '%s'; there are %s".formatted(file, name, header));
        }
        return at;
    }

    private static LocalDateTime hour(Path file, int line, String column, String text) {
        try {
            return LocalDateTime.parse(text, HOUR).withMinute(0).withSecond(0);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s, line %d, %s: '%s'; allowed are hours such as 2026-11-30 09:00"
                            .formatted(file, line, column, text),
                    e);
        }
    }

    private static double vehicles(Path file, int line, String column, String text) {
        try {
            double count = Double.parseDouble(text);
            if (count >= 0 && count < Double.POSITIVE_INFINITY) {
                return count;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(
                "%s, line %d, %s: '%s'; allowed are numbers from 0"
                        .formatted(file, line, column, text));
    }
}
