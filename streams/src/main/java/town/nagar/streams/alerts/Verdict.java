package town.nagar.streams.alerts;

/** What an observation says about a rule. */
public enum Verdict {
    /** Beyond the limit: opens an episode or keeps it open. */
    FIRING,
    /** Between the clearing and the opening limit: changes nothing. */
    HOLDING,
    /** Within the clearing limit: closes an episode once it lasted long enough. */
    CALM;

    /**
     * A value against two limits of which the greater is bad.
     *
     * @param openAbove fires above
     * @param clearBelow calm below
     */
    public static Verdict above(double value, double openAbove, double clearBelow) {
        if (value > openAbove) {
            return FIRING;
        }
        return value < clearBelow ? CALM : HOLDING;
    }

    /** A value against two limits of which the lesser is bad. */
    public static Verdict below(double value, double openBelow, double clearAbove) {
        return above(-value, -openBelow, -clearAbove);
    }
}
