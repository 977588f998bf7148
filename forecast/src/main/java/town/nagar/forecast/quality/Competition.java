package town.nagar.forecast.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import town.nagar.forecast.backtest.Outcome;
import town.nagar.forecast.model.Models;
import town.nagar.forecast.series.CsvFile;

/**
 * The three figures of the Battle of Water Demand Forecasting 2024, in L/s, means over districts
 * and weeks: mean error of day 1, largest error of day 1, mean error of days 2 to 7 (Alvisi et al.
 * 2025, doi 10.1061/JWRMD5.WRENG-6887).
 */
record Competition(String who, double meanDay1, double largestDay1, double meanDays2To7) {
    private static final int DAY = 24;
    private static final int BOTH_WEEKS = 20;

    /** The teams with all districts of both weeks, in order of rank, and same hour last week. */
    static List<Competition> teams(Path raw) throws IOException {
        Map<String, List<double[]>> rows = new HashMap<>();
        List<String> order = new ArrayList<>();
        try (CsvFile csv = CsvFile.open(raw.resolve("water/bwdf_team_scores.csv"))) {
            for (var fields = csv.next(); !fields.isEmpty(); fields = csv.next()) {
                String rank = fields.get(csv.column("rank"));
                double[] row = new double[3];
                for (int i = 0; i < row.length; i++) {
                    row[i] = csv.number(fields, csv.column("PI" + (i + 1)));
                }
                if (!Double.isNaN(row[0] + row[1] + row[2])) {
                    rows.computeIfAbsent(rank, _ -> new ArrayList<>()).add(row);
                    order.remove(rank);
                    order.add(rank);
                }
            }
        }
        return order.stream()
                .distinct()
                .filter(rank -> rows.getOrDefault(rank, List.of()).size() == BOTH_WEEKS)
                .map(rank -> mean(rank, rows.getOrDefault(rank, List.of())))
                .toList();
    }

    private static Competition mean(String who, List<double[]> rows) {
        double[] sum = new double[3];
        for (double[] row : rows) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i] / rows.size();
            }
        }
        return new Competition(who, sum[0], sum[1], sum[2]);
    }

    /** Errors of one district in one week. */
    private static final class Errors {
        double day1;
        int day1Hours;
        double largest;
        double later;
        int laterHours;

        void add(int step, double error) {
            if (step < DAY) {
                day1 += error;
                day1Hours++;
                largest = Math.max(largest, error);
            } else {
                later += error;
                laterHours++;
            }
        }
    }

    /** Our figures in the same weeks. */
    static Competition ours(Outcome outcome) {
        Map<String, Errors> cells = new HashMap<>();
        outcome.rows(
                Models.ENSEMBLE,
                row -> {
                    if (!Double.isNaN(row.truth())) {
                        cells.computeIfAbsent(row.origin() + " " + row.series(), _ -> new Errors())
                                .add(row.step(), Math.abs(row.value() - row.truth()));
                    }
                });
        return mean(
                "ours",
                cells.values().stream()
                        .map(e ->
                                new double[] {
                                    e.day1 / e.day1Hours, e.largest, e.later / e.laterHours
                                })
                        .toList());
    }
}
