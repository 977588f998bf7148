package town.nagar.forecast.series;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of series, {@code time,series,value}, brought onto an even grid.
 *
 * <p>The step is the most frequent distance between neighbouring times of a series, the shortest if
 * several are. Rows of one series in one step, such as the hour repeated when clocks go back, count
 * as their mean; an absent hour, day or year is missing.
 *
 * @param style how the file writes times
 * @param rows how many rows it has
 * @param repeated how many of them fell on a time that had one already
 * @param blank how many had no value
 * @param missing how many times of the grid, between a series' first and last value, have none
 */
public record SeriesFile(
        Panel panel, TimeStyle style, int rows, int repeated, int blank, int missing) {

    private static final int DAYS_OF_SHORTEST_MONTH = 28;
    private static final int DAYS_OF_SHORTEST_YEAR = 365;
    private static final long MINUTES_A_DAY = 1440;
    private static final int MOST_TIMES = 20_000_000;

    /** What one series' rows say. */
    private record Rows(List<LocalDateTime> times, List<Double> values) {}

    /**
     * Reads a file.
     *
     * @throws BadFileException naming what cannot be used
     */
    public static SeriesFile read(Path file) throws IOException {
        Map<String, Rows> byName = new TreeMap<>();
        TimeStyle style = null;
        int rows = 0;
        int blank = 0;
        try (var csv = CsvFile.open(file)) {
            int time = csv.column("time");
            int series = csv.find("series");
            int value = csv.column("value");
            for (var fields = csv.next(); !fields.isEmpty(); fields = csv.next()) {
                LocalDateTime at = time(csv, fields, time);
                style = style == null ? TimeStyle.of(fields.get(time)) : style;
                double number = csv.number(fields, value);
                String name = series < 0 ? "series" : fields.get(series);
                Rows into =
                        byName.computeIfAbsent(
                                name, _ -> new Rows(new ArrayList<>(), new ArrayList<>()));
                into.times().add(at);
                into.values().add(number);
                rows++;
                blank += Double.isNaN(number) ? 1 : 0;
            }
        }
        if (style == null) {
            throw new BadFileException(file, "no rows below the header");
        }
        return assemble(file, byName, style, rows, blank);
    }

    static LocalDateTime time(CsvFile csv, List<String> fields, int column) {
        try {
            return TimeStyle.parse(fields.get(column));
        } catch (DateTimeException _) {
            throw csv.wrong(column, fields.get(column), TimeStyle.ALLOWED);
        }
    }

    private static SeriesFile assemble(
            Path file, Map<String, Rows> byName, TimeStyle style, int rows, int blank) {
        Step step = step(byName);
        TimeGrid grid = grid(file, byName, step);
        double[][] values = new double[byName.size()][grid.length()];
        int repeated = 0;
        int missing = 0;
        int series = 0;
        for (Rows one : byName.values()) {
            repeated += fill(grid, one, values[series]);
            missing += gaps(values[series]);
            series++;
        }
        Panel panel = Panel.owning(grid, List.copyOf(byName.keySet()), values);
        return new SeriesFile(panel, style, rows, repeated, blank, missing);
    }

    private static int fill(TimeGrid grid, Rows rows, double[] out) {
        int[] seen = new int[out.length];
        int[] counted = new int[out.length];
        int repeated = 0;
        for (int row = 0; row < rows.times().size(); row++) {
            int index = grid.indexAtOrBefore(rows.times().get(row));
            repeated += seen[index]++ > 0 ? 1 : 0;
            double value = rows.values().get(row);
            if (!Double.isNaN(value)) {
                out[index] += value;
                counted[index]++;
            }
        }
        for (int index = 0; index < out.length; index++) {
            out[index] = counted[index] == 0 ? Double.NaN : out[index] / counted[index];
        }
        return repeated;
    }

    private static int gaps(double[] values) {
        int gaps = 0;
        int open = 0;
        boolean started = false;
        for (double value : values) {
            if (Double.isNaN(value)) {
                open += started ? 1 : 0;
            } else {
                started = true;
                gaps += open;
                open = 0;
            }
        }
        return gaps;
    }

    private static TimeGrid grid(Path file, Map<String, Rows> byName, Step step) {
        LocalDateTime first = LocalDateTime.MAX;
        LocalDateTime last = LocalDateTime.MIN;
        for (Rows rows : byName.values()) {
            for (LocalDateTime time : rows.times()) {
                first = time.isBefore(first) ? time : first;
                last = time.isAfter(last) ? time : last;
            }
        }
        long length = step.between(aligned(first, step), last) + 1;
        if (length > MOST_TIMES) {
            throw new BadFileException(
                    file,
                    "%d times of %s from %s to %s; allowed: %d"
                            .formatted(length, step.words(), first, last, MOST_TIMES));
        }
        return new TimeGrid(aligned(first, step), step, Math.toIntExact(length));
    }

    /** The start of the step that holds a time, as steps count from midnight. */
    private static LocalDateTime aligned(LocalDateTime time, Step step) {
        if (!step.isWithinDay()) {
            return time;
        }
        long minutes = time.toLocalTime().toSecondOfDay() / 60;
        return time.truncatedTo(ChronoUnit.DAYS)
                .plusMinutes(minutes / step.minutes() * step.minutes());
    }

    private static Step step(Map<String, Rows> byName) {
        Map<Long, Integer> counts = new HashMap<>();
        for (Rows rows : byName.values()) {
            List<LocalDateTime> sorted = rows.times().stream().distinct().sorted().toList();
            for (int i = 1; i < sorted.size(); i++) {
                long minutes = ChronoUnit.MINUTES.between(sorted.get(i - 1), sorted.get(i));
                counts.merge(Math.max(1, minutes), 1, Integer::sum);
            }
        }
        long minutes =
                counts.entrySet().stream()
                        .max(
                                Map.Entry.<Long, Integer>comparingByValue()
                                        .thenComparing(
                                                Map.Entry.<Long, Integer>comparingByKey()
                                                        .reversed()))
                        .map(Map.Entry::getKey)
                        .orElse(MINUTES_A_DAY);
        return calendarStep(minutes);
    }

    private static Step calendarStep(long minutes) {
        long days = minutes / MINUTES_A_DAY;
        if (days >= DAYS_OF_SHORTEST_YEAR) {
            return Step.ofMonths(12 * Math.toIntExact(Math.round(days / 365.25)));
        }
        if (days >= DAYS_OF_SHORTEST_MONTH && days <= 31) {
            return Step.ofMonths(1);
        }
        return Step.ofMinutes(minutes);
    }
}
