package town.nagar.forecast.artifact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.forecast.model.Taste;
import town.nagar.forecast.series.Step;

/**
 * Where a model comes from and what it is for: enough to make it again.
 *
 * @param name such as {@code traffic.vehicle_count}
 * @param model the kind that was kept, such as {@code ensemble}
 * @param baseline the best seasonal baseline of the folds
 * @param series the places it knows, in the order of the features
 * @param mayBeNegative of each series, whether it had values below 0
 * @param horizonSteps most steps ahead
 * @param featureSet hash of the features' names, which are its version
 * @param holidays whether Gujarat's holidays counted as such
 * @param dataSha256 of all that was learnt from
 * @param from local time of the first value
 * @param until local time of the last value
 * @param weights of the members, by the step ahead they begin at
 * @param levels of the intervals
 * @param score over the folds
 * @param baselineScore the baseline's over the same
 * @param foldScores by fold
 * @param codeVersion of the program that made it
 */
public record Provenance(
        String name,
        Domain domain,
        String model,
        String baseline,
        List<String> series,
        List<Boolean> mayBeNegative,
        Step step,
        int horizonSteps,
        String featureSet,
        List<String> features,
        List<String> covariates,
        boolean holidays,
        String dataSha256,
        String from,
        String until,
        Taste parameters,
        long seed,
        Map<String, Map<String, Double>> weights,
        List<Double> levels,
        Map<String, Object> score,
        Map<String, Object> baselineScore,
        List<Map<String, Object>> foldScores,
        String codeVersion) {

    /**
     * @throws IllegalArgumentException if the lists do not fit together
     */
    public Provenance {
        series = List.copyOf(series);
        mayBeNegative = List.copyOf(mayBeNegative);
        features = List.copyOf(features);
        covariates = List.copyOf(covariates);
        levels = List.copyOf(levels);
        foldScores = List.copyOf(foldScores);
        if (series.isEmpty() || series.size() != mayBeNegative.size() || horizonSteps < 1) {
            throw new IllegalArgumentException(
                    "%d series, %d signs, %d steps"
                            .formatted(series.size(), mayBeNegative.size(), horizonSteps));
        }
    }

    /** The version of this program. */
    public static String codeVersionNow() {
        return Optional.ofNullable(Provenance.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** The version of a set of features: the first half of the SHA-256 of their names. */
    public static String featureSet(List<String> names) {
        byte[] bytes = String.join("\n", names).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return java.util.HexFormat.of().formatHex(DataHash.sha256().digest(bytes), 0, 16);
    }
}
