package town.nagar.forecast.feature;

/** What a model predicts the distance to. */
public enum Anchor {
    /** The recency-weighted mean of the same hour of the week. */
    WEEK("week-mean"),
    /** The last value. */
    LAST("last"),
    /** The mean of the latest three values. */
    MEAN("mean-3");

    private final String baseline;

    Anchor(String baseline) {
        this.baseline = baseline;
    }

    /** The name of the baseline nearest to it. */
    public String baseline() {
        return baseline;
    }
}
