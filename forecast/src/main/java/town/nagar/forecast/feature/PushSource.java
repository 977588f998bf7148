package town.nagar.forecast.feature;

/** A door for features that somebody else computes. */
public record PushSource(String name, String description) {}
