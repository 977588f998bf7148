package town.nagar.engine.town;

/** A draw of a slot by weights. */
final class Draw {
    private Draw() {}

    /**
     * The slot that a share of all weights falls into.
     *
     * @param u 0 to below 1
     */
    static int slot(double u, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = u * sum;
        for (int slot = 0; slot < weights.length - 1; slot++) {
            if (left < weights[slot]) {
                return slot;
            }
            left -= weights[slot];
        }
        return weights.length - 1;
    }
}
