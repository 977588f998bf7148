package town.nagar.engine.random;

/**
 * One of several alternatives, by given weights or by the multinomial logit of their utilities.
 *
 * <p>Alternatives are tried in index order and nothing is allocated.
 */
public final class DiscreteChoice {
    private DiscreteChoice() {}

    /**
     * Writes the probability of each alternative: exp(V) over the sum of exp(V), the largest V
     * subtracted first (McFadden 1974).
     *
     * @param utility one value an alternative; minus infinity shuts an alternative out
     * @param out one slot an alternative; may be {@code utility} itself
     * @throws IllegalArgumentException if the lengths differ, there is no alternative, a utility is
     *     NaN or plus infinity, or all are shut out
     */
    public static void logit(double[] utility, double[] out) {
        double largest = requireSomeOpen(utility, out);
        double sum = 0;
        for (int alternative = 0; alternative < out.length; alternative++) {
            out[alternative] = StrictMath.exp(utility[alternative] - largest);
            sum += out[alternative];
        }
        for (int alternative = 0; alternative < out.length; alternative++) {
            out[alternative] /= sum;
        }
    }

    /**
     * The alternative in whose slice of the weights' sum the number falls; one of weight zero is
     * never picked.
     *
     * @param u strictly between 0 and 1
     * @param weight one value an alternative, none negative, in any unit
     * @throws IllegalArgumentException if a weight is negative or NaN, or the sum is not a positive
     *     number
     */
    public static int pick(double u, double[] weight) {
        double remaining = u * sumOf(weight);
        int lastOpen = 0;
        for (int alternative = 0; alternative < weight.length; alternative++) {
            if (weight[alternative] > 0) {
                lastOpen = alternative;
                if (remaining < weight[alternative]) {
                    return alternative;
                }
                remaining -= weight[alternative];
            }
        }
        return lastOpen;
    }

    private static double sumOf(double[] weight) {
        double sum = 0;
        for (int alternative = 0; alternative < weight.length; alternative++) {
            if (!(weight[alternative] >= 0)) {
                throw new IllegalArgumentException(
                        "weight %d is %s; allowed are numbers from 0"
                                .formatted(alternative, weight[alternative]));
            }
            sum += weight[alternative];
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "weights add up to %s; the sum must be positive and finite".formatted(sum));
        }
        return sum;
    }

    private static double requireSomeOpen(double[] utility, double[] out) {
        if (utility.length != out.length) {
            throw new IllegalArgumentException(
                    "%d utilities but %d slots".formatted(utility.length, out.length));
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int alternative = 0; alternative < utility.length; alternative++) {
            if (!(utility[alternative] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "utility %d is %s; allowed are numbers below infinity"
                                .formatted(alternative, utility[alternative]));
            }
            largest = Math.max(largest, utility[alternative]);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "none of %d alternatives is open".formatted(utility.length));
        }
        return largest;
    }
}
