package town.nagar.engine.people;

/**
 * Whether people obey a rule: P = 1 / (1 + exp(-(inclination + deterrence + 2 influence (share -
 * 1/2)))), share being that of the neighbours who obeyed the day before (Brock, Durlauf: Discrete
 * choice with social interactions. Review of Economic Studies 68 (2001) 235-260).
 *
 * @param inclination log-odds of obeying unwatched among neighbours who are split
 * @param deterrence added by fines and checks, 0 or more
 * @param influence of the neighbours, 0 or more; above 2 a town may tip
 */
public record RuleResponse(double inclination, double deterrence, double influence) {
    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public RuleResponse {
        if (!Double.isFinite(inclination) || !(deterrence >= 0) || !(influence >= 0)) {
            throw new IllegalArgumentException(
                    "inclination %s, deterrence %s, influence %s; allowed are finite, from 0, from 0"
                            .formatted(inclination, deterrence, influence));
        }
    }

    /** The probability of obeying. */
    double probability(double share) {
        double odds = inclination + deterrence + 2 * influence * (share - 0.5);
        return 1 / (1 + StrictMath.exp(-odds));
    }
}
