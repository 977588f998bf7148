package town.nagar.forecast.tuning;

import java.util.List;

/**
 * Settings that were tried.
 *
 * @param values one a dimension
 * @param losses after each stage that was run; fewer than all if it was stopped early
 */
public record Trial(List<Double> values, List<Double> losses) {
    public Trial {
        values = List.copyOf(values);
        losses = List.copyOf(losses);
        if (losses.isEmpty()) {
            throw new IllegalArgumentException("a trial without a loss");
        }
    }

    /** The mean of its stages. */
    double loss() {
        return mean(losses.size());
    }

    /** The mean of its first stages. */
    double mean(int stages) {
        return losses.stream().limit(stages).mapToDouble(loss -> loss).average().orElseThrow();
    }
}
