package town.nagar.engine.town.plan;

/**
 * What the mandis trade of one crop.
 *
 * @param crop as mandis call it, of whatever season: {@code onion} of a holding's {@code kharif
 *     onion}
 * @param rupeesPerQuintal usual price, above 0
 * @param demandElasticity own-price, -20 to below 0
 * @param supportRupeesPerQuintal minimum support price, 0 where there is none
 * @param procuredShare most of a day's arrivals that the state buys at it, 0 to 1
 */
public record Commodity(
        String crop,
        double rupeesPerQuintal,
        double demandElasticity,
        double supportRupeesPerQuintal,
        double procuredShare) {
    /**
     * @throws IllegalArgumentException naming the crop, the value and what is allowed
     */
    public Commodity {
        Ranges.requireAbove(crop + ": rupees a quintal", rupeesPerQuintal, 0);
        Ranges.requireBetween(crop + ": demand elasticity", demandElasticity, -20, -0.01);
        Ranges.requireBetween(crop + ": support price", supportRupeesPerQuintal, 0, 1e9);
        Ranges.requireBetween(crop + ": procured share", procuredShare, 0, 1);
    }
}
