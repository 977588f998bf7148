package town.nagar.forecast.monitoring;

/** Takes what versions say, to be held against the truth later. */
public interface Statements {
    /** Keeps nothing. */
    Statements NONE = _ -> {};

    /** Takes a statement; returns at once, whatever becomes of it. */
    void take(Statement statement);
}
