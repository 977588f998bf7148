package town.nagar.engine.people;

/**
 * Whether people obey a rule, seeing what others do: a binary choice with social interactions
 * (Brock, Durlauf: Discrete choice with social interactions. Review of Economic Studies 68 (2001)
 * 235-260).
 */
public final class Obedience {
    private Obedience() {}

    /**
     * P = 1 / (1 + exp(-(inclination + 2 influence (share - 1/2)))).
     *
     * @param inclination log-odds of obeying among neighbours who are split
     * @param influence of the neighbours, 0 or more; above 2 a town may tip
     * @param share of the neighbours who obeyed, 0 to 1
     */
    public static double probability(double inclination, double influence, double share) {
        double odds = inclination + 2 * influence * (share - 0.5);
        return 1 / (1 + StrictMath.exp(-odds));
    }
}
