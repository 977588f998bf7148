package town.nagar.forecast.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import town.nagar.forecast.artifact.Provenance;

/** What a training tells: the model, and all that were tried, the best first. */
final class TrainReport {
    private static final List<String> COLUMNS =
            List.of(
                    "mae",
                    "rmse",
                    "mape_percent",
                    "wape_percent",
                    "r2",
                    "mase",
                    "coverage80_percent",
                    "coverage95_percent",
                    "width95");

    private final Trained trained;
    private final Path folder;

    TrainReport(Trained trained, Path folder) {
        this.trained = trained;
        this.folder = folder;
    }

    String text() {
        Provenance about = trained.model().provenance();
        StringBuilder text = new StringBuilder();
        text.append(
                "%s: %d series of %s, %s to %s, %d steps ahead, %d folds with a gap of a horizon%n"
                        .formatted(
                                about.name(),
                                about.series().size(),
                                about.step().words(),
                                about.from(),
                                about.until(),
                                about.horizonSteps(),
                                Fold.COUNT));
        text.append("%-14s".formatted("model"));
        COLUMNS.forEach(column -> text.append("%20s".formatted(column)));
        for (Trained.Standing standing : trained.board()) {
            text.append("%n%-14s".formatted(standing.model()));
            COLUMNS.forEach(column -> text.append("%20s".formatted(number(standing, column))));
        }
        text.append(
                "%nkept: %s; baseline: %s; in %s"
                        .formatted(about.model(), about.baseline(), folder));
        return text.toString();
    }

    private static String number(Trained.Standing standing, String column) {
        return standing.figures().get(column) instanceof Double value
                ? String.format(Locale.ROOT, "%.3f", value)
                : "-";
    }

    String json() {
        Provenance about = trained.model().provenance();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", about.name());
        all.put("model", about.model());
        all.put("baseline", about.baseline());
        all.put("folds", Fold.COUNT);
        all.put("gap_steps", about.horizonSteps());
        all.put("data_sha256", about.dataSha256());
        all.put("feature_set", about.featureSet());
        all.put("weights", about.weights());
        all.put("score", about.score());
        all.put("baseline_score", about.baselineScore());
        all.put("fold_scores", about.foldScores());
        all.put("board", trained.board());
        all.put("out", folder.toString());
        try {
            return JsonMapper.builder().build().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // numbers and words only
        }
    }
}
