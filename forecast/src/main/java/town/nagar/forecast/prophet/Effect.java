package town.nagar.forecast.prophet;

/** How a season, holiday or regressor joins the trend: added to it, or as a share of it. */
public enum Effect {
    ADDED,
    MULTIPLIED
}
