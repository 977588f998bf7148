package town.nagar.forecast.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import town.nagar.forecast.series.SeriesFile;
import town.nagar.forecast.series.TimeGrid;

/** What a backtest found, for people and for programs. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BacktestOptions options;
    private final SeriesFile file;
    private final Outcome outcome;
    private final double seconds;

    Report(BacktestOptions options, SeriesFile file, Outcome outcome, double seconds) {
        this.options = options;
        this.file = file;
        this.outcome = outcome;
        this.seconds = seconds;
    }

    String json() {
        try {
            return JSON.writeValueAsString(object());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> object() {
        TimeGrid grid = file.panel().grid();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("domain", options.domain().word());
        object.put("step", grid.step().words());
        object.put("series", file.panel().names());
        object.put("rows", file.rows());
        object.put("repeated", file.repeated());
        object.put("blank", file.blank());
        object.put("missing", file.missing());
        object.put("origins", outcome.origins());
        object.put("earlier_origins", outcome.earlierOrigins());
        object.put("fits", outcome.fits());
        object.put("horizon_steps", outcome.problem().horizon());
        object.put("model", String.join(",", outcome.asked()));
        object.put("seed", options.seed());
        object.put("seconds", seconds);
        object.put("leaderboard", leaderboard());
        object.put("by_horizon", nested(outcome::byBand));
        object.put("by_series", nested(outcome::bySeries));
        object.put("by_hour", nested(outcome::byHour));
        object.put("cost", costs());
        return object;
    }

    private List<Map<String, Object>> leaderboard() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (var entry : outcome.leaderboard()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("model", entry.getKey());
            row.putAll(entry.getValue().figures());
            rows.add(row);
        }
        return rows;
    }

    private Map<String, Object> nested(Function<String, Map<String, Score>> cut) {
        Map<String, Object> models = new LinkedHashMap<>();
        for (String model : outcome.models()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            cut.apply(model).forEach((name, score) -> parts.put(name, score.figures()));
            models.put(model, parts);
        }
        return models;
    }

    /** What each model's errors cost a forecast, the cheapest first, if prices were given. */
    private Map<String, Double> costs() {
        Map<String, Double> costs = new LinkedHashMap<>();
        if (options.isPriced()) {
            outcome.leaderboard().stream()
                    .sorted(Comparator.comparingDouble(e -> cost(e.getValue())))
                    .forEach(e -> costs.put(e.getKey(), cost(e.getValue())));
        }
        return costs;
    }

    private double cost(Score score) {
        return score.cost(options.costOver(), options.costUnder());
    }

    String text() {
        var text = new StringBuilder();
        text.append(
                "%d series at a step of %s: %d rows, %d repeated, %d blank, %d times missing%n"
                        .formatted(
                                file.panel().size(),
                                file.panel().grid().step().words(),
                                file.rows(),
                                file.repeated(),
                                file.blank(),
                                file.missing()));
        text.append(
                "%d origins, %d steps ahead, %d fits, %d earlier origins for weights and widths, %.1f s%n%n"
                        .formatted(
                                outcome.origins(),
                                outcome.problem().horizon(),
                                outcome.fits(),
                                outcome.earlierOrigins(),
                                seconds));
        table(text, "model", outcome.leaderboard());
        for (String model : outcome.asked()) {
            text.append("\n%s by step ahead%n".formatted(model));
            table(text, "steps", List.copyOf(outcome.byBand(model).entrySet()));
            hours(text, model);
        }
        costs().forEach((model, cost) ->
                text.append(
                        String.format(Locale.ROOT, "%n%-12s costs %.4g a forecast", model, cost)));
        text.append("\n");
        text.append("\nForecasts are in ").append(options.out());
        return text.toString();
    }

    private void hours(StringBuilder text, String model) {
        Map<String, Score> hours = outcome.byHour(model);
        if (!hours.isEmpty()) {
            text.append("\n%s by hour of the day%n".formatted(model));
            text.append("%-12s %8s %10s %10s %6s%n".formatted("hour", "n", "MAE", "bias", "in 95"));
        }
        hours.forEach((hour, score) ->
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%-12s %8d %10.4g %10.4g %6.1f%n",
                                hour,
                                score.count(),
                                score.mae(),
                                score.bias(),
                                score.coveragePercent(1))));
    }

    private static void table(
            StringBuilder text, String head, List<Map.Entry<String, Score>> entries) {
        text.append(
                "%-12s %8s %10s %10s %8s %8s %7s %6s %6s %6s %6s %10s%n"
                        .formatted(
                                head,
                                "n",
                                "MAE",
                                "RMSE",
                                "MAPE %",
                                "WAPE %",
                                "R2",
                                "MASE",
                                "in 80",
                                "in 95",
                                "split",
                                "width 95"));
        for (var entry : entries) {
            Score score = entry.getValue();
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%-12s %8d %10.4g %10.4g %8.2f %8.2f %7.3f %6.3f %6.1f %6.1f %6.1f %10.4g%n",
                            entry.getKey(),
                            score.count(),
                            score.mae(),
                            score.rmse(),
                            score.mapePercent(),
                            score.wapePercent(),
                            score.r2(),
                            score.mase(),
                            score.coveragePercent(0),
                            score.coveragePercent(1),
                            score.splitCoveragePercent(),
                            score.width(1)));
        }
    }
}
