package town.nagar.engine.weather;

/** Pearson's correlation of pairs that come one by one. */
final class Correlation {
    private int count;
    private double meanOne;
    private double meanOther;
    private double one;
    private double other;
    private double both;

    void add(double x, double y) {
        count++;
        double apartOne = x - meanOne;
        double apartOther = y - meanOther;
        meanOne += apartOne / count;
        meanOther += apartOther / count;
        one += apartOne * (x - meanOne);
        other += apartOther * (y - meanOther);
        both += apartOne * (y - meanOther);
    }

    /**
     * @throws IllegalArgumentException if either side never varies
     */
    double value() {
        if (!(one > 0 && other > 0)) {
            throw new IllegalArgumentException(
                    "%d pairs of days, of which a quantity never varies; allowed are some that do"
                            .formatted(count));
        }
        return both / Math.sqrt(one * other);
    }
}
