package town.nagar.data.history;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;
import town.nagar.kit.http.ApiException;

/**
 * What a domain's raw table holds and which buckets are kept of it.
 *
 * @param sensorColumn the column of the sensor's id
 * @param placeColumn the column of the place's id, and the place's name in answers
 * @param words text columns answered with raw rows
 * @param seriesWords text columns that tell the series of one place apart, such as a commodity;
 *     buckets are then made by series
 * @param rollups from the finest
 */
public record Measurements(
        Domain domain,
        String table,
        String sensorColumn,
        String placeColumn,
        List<Metric> metrics,
        List<String> words,
        List<String> seriesWords,
        List<Rollup> rollups) {
    public Measurements {
        metrics = List.copyOf(metrics);
        words = List.copyOf(words);
        seriesWords = List.copyOf(seriesWords);
        rollups = List.copyOf(rollups);
    }

    /** The metrics of all quantities of a domain; those not named in {@code folds} are means. */
    public static List<Metric> quantities(
            Domain domain, Map<String, Fold> folds, List<String> onlyWhenAsked) {
        return Quantities.of(domain).list().stream()
                .map(quantity -> metric(quantity, folds, onlyWhenAsked))
                .toList();
    }

    private static Metric metric(
            Quantity quantity, Map<String, Fold> folds, List<String> onlyWhenAsked) {
        return new Metric(
                quantity.name(),
                quantity.unit(),
                folds.getOrDefault(quantity.name(), Fold.MEAN),
                !onlyWhenAsked.contains(quantity.name()));
    }

    /**
     * The metrics of the given names, or those usually shown if there are none.
     *
     * @throws ApiException 400 if a name is not a metric of this domain
     */
    List<Metric> choose(List<String> names) {
        if (names.isEmpty()) {
            return metrics.stream().filter(Metric::shown).toList();
        }
        Map<String, Metric> byName =
                metrics.stream().collect(Collectors.toMap(Metric::name, metric -> metric));
        names.stream()
                .filter(name -> !byName.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ApiException.invalidParameter(
                            "metrics", name, metrics.stream().map(Metric::name).toList());
                });
        return metrics.stream().filter(metric -> names.contains(metric.name())).toList();
    }
}
