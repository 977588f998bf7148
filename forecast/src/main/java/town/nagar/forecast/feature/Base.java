package town.nagar.forecast.feature;

/** What a model predicts the distance to. */
public enum Base {
    /** The recency-weighted mean of the same hour of the week. */
    WEEK,
    /** The last value. */
    LAST,
    /** The mean of the latest few values. */
    MEAN
}
