package town.nagar.forecast.prophet;

/** What joins the trend: a season, a holiday or a regressor. */
public sealed interface Part permits Seasonality, Holiday, Regressor {
    /** Unique among all parts of one model. */
    String name();

    /** Standard deviation of each coefficient's normal prior, on the scaled series. */
    double priorScale();

    Effect effect();
}
