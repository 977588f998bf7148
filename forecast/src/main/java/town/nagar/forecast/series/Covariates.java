package town.nagar.forecast.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What goes along with series, such as weather: values at times before and after an origin.
 *
 * <p>A value at a time after an origin counts as known at the origin. Whoever gives a file says by
 * that what was foreseeable; nothing here invents a later value.
 */
public final class Covariates {
    private static final String HOLIDAY = "holiday";

    private final List<String> names;
    private final boolean[] holidayHours;
    private final double[][][] values;

    private Covariates(List<String> names, double[][][] values, boolean[] holidayHours) {
        this.names = names;
        this.values = values;
        this.holidayHours = holidayHours;
    }

    public static Covariates none() {
        return new Covariates(List.of(), new double[0][][], new boolean[0]);
    }

    /** Names without {@code holiday}. */
    public List<String> names() {
        return names;
    }

    /** A covariate for a series, one slot a time of the grid; NaN where not given. */
    public double at(int covariate, int series, int index) {
        double[][] one = values[covariate];
        double[] slots = one[one.length == 1 ? 0 : series];
        return index >= 0 && index < slots.length ? slots[index] : Double.NaN;
    }

    /** Which times of the grid are holidays, if the file has a column {@code holiday}. */
    public Optional<boolean[]> holidays() {
        return holidayHours.length == 0 ? Optional.empty() : Optional.of(holidayHours.clone());
    }

    /**
     * Reads {@code time[,series],name...} onto the grid of a panel.
     *
     * <p>Words instead of numbers count by their place in the alphabet of the column's words. A
     * {@code holiday} that is not blank, None or 0 at any time of a day makes all of it one.
     *
     * @throws BadFileException naming what cannot be used
     */
    public static Covariates read(Path file, Panel panel) throws IOException {
        try (var csv = CsvFile.open(file)) {
            return new Reading(csv, panel).all();
        }
    }

    /** One reading of a file. */
    private static final class Reading {
        private final CsvFile csv;
        private final Panel panel;
        private final int time;
        private final int series;
        private final int holiday;
        private final List<Integer> columns = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();

        Reading(CsvFile csv, Panel panel) {
            this.csv = csv;
            this.panel = panel;
            this.time = csv.column("time");
            this.series = csv.find("series");
            this.holiday = csv.find(HOLIDAY);
            for (int column = 0; column < csv.header().size(); column++) {
                if (column != time && column != series && column != holiday) {
                    columns.add(column);
                }
            }
        }

        Covariates all() throws IOException {
            List<Integer> indices = new ArrayList<>();
            for (var fields = csv.next(); !fields.isEmpty(); fields = csv.next()) {
                indices.add(panel.grid().indexAtOrBefore(SeriesFile.time(csv, fields, time)));
                rows.add(fields);
            }
            double[][][] values = new double[columns.size()][][];
            for (int i = 0; i < values.length; i++) {
                values[i] = column(indices, columns.get(i));
            }
            List<String> names = columns.stream().map(csv.header()::get).toList();
            return new Covariates(names, values, holidays(indices));
        }

        private double[][] column(List<Integer> indices, int column) {
            boolean words = rows.stream().anyMatch(r -> isWord(r.get(column)));
            var alphabet = new TreeSet<String>();
            if (words) {
                rows.forEach(r -> alphabet.add(r.get(column)));
            }
            List<String> order = List.copyOf(alphabet);
            double[][] sums = new double[series < 0 ? 1 : panel.size()][panel.length()];
            int[][] counts = new int[sums.length][panel.length()];
            for (int row = 0; row < rows.size(); row++) {
                String text = rows.get(row).get(column);
                int slot = series < 0 ? 0 : panel.names().indexOf(rows.get(row).get(series));
                int index = indices.get(row);
                boolean usable = slot >= 0 && index >= 0 && index < panel.length();
                if (usable && !CsvFile.isBlank(text)) {
                    sums[slot][index] += words ? order.indexOf(text) : Double.parseDouble(text);
                    counts[slot][index]++;
                }
            }
            divide(sums, counts);
            return sums;
        }

        private static boolean isWord(String text) {
            if (CsvFile.isBlank(text)) {
                return false;
            }
            try {
                Double.parseDouble(text);
                return false;
            } catch (NumberFormatException _) {
                return true;
            }
        }

        private static void divide(double[][] sums, int[][] counts) {
            for (int one = 0; one < sums.length; one++) {
                for (int i = 0; i < sums[one].length; i++) {
                    sums[one][i] = counts[one][i] == 0 ? Double.NaN : sums[one][i] / counts[one][i];
                }
            }
        }

        private boolean[] holidays(List<Integer> indices) {
            if (holiday < 0) {
                return new boolean[0];
            }
            var days = new TreeSet<Long>();
            for (int row = 0; row < rows.size(); row++) {
                String text = rows.get(row).get(holiday);
                boolean kept = !CsvFile.isBlank(text) && !isZero(text);
                if (kept) {
                    days.add(day(indices.get(row)));
                }
            }
            boolean[] out = new boolean[panel.length()];
            for (int i = 0; i < out.length; i++) {
                out[i] = days.contains(day(i));
            }
            return out;
        }

        private static boolean isZero(String text) {
            return Arrays.asList("0", "0.0", "false", "False", "no").contains(text);
        }

        private long day(int index) {
            return panel.grid().at(index).toLocalDate().toEpochDay();
        }
    }
}
