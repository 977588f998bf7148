package town.nagar.engine.agriculture;

/** What a crop yields of less water than it asks for. */
public final class YieldResponse {
    private YieldResponse() {}

    /**
     * Share of the best yield: 1 - Ky (1 - ETa/ETm), never under 0 (FAO-33, Doorenbos and Kassam
     * 1979; FAO-66, equation 1).
     *
     * @param sensitivity the factor Ky, from 0
     * @param evaporationShare ETa/ETm of the season, 0 to 1
     */
    public static double share(double sensitivity, double evaporationShare) {
        Ranges.requireBetween("Ky", sensitivity, 0, 5);
        Ranges.requireBetween("ETa/ETm", evaporationShare, 0, 1);
        return Math.max(0, 1 - sensitivity * (1 - evaporationShare));
    }
}
