package town.nagar.engine.town.plan;

/**
 * A market yard.
 *
 * @param demandShare of all that the town's mandis buy, above 0 to 1
 */
public record Mandi(String id, double eastMetres, double northMetres, double demandShare) {
    /**
     * @throws IllegalArgumentException naming the mandi, the value and what is allowed
     */
    public Mandi {
        Ranges.requireAbove("mandi " + id + ": demand share", demandShare, 0);
        Ranges.requireBetween("mandi " + id + ": demand share", demandShare, 0, 1);
    }
}
