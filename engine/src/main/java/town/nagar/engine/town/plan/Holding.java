package town.nagar.engine.town.plan;

/**
 * Land under one crop whose farms sell at one mandi.
 *
 * @param crop a name of the crop calendar, such as {@code wheat}
 * @param hectares above 0
 * @param mandi index of the mandi
 * @param bestQuintalsPerHectare yield with plenty of water, above 0
 * @param irrigatedShare of the land, 0 to 1
 * @param irrigationMillimetres most that irrigated land gets in a season, from 0
 * @param storeShare of a usual harvest that the farms' stores hold, from 0
 */
public record Holding(
        String crop,
        double hectares,
        int mandi,
        double bestQuintalsPerHectare,
        double irrigatedShare,
        double irrigationMillimetres,
        double storeShare) {
    /**
     * @throws IllegalArgumentException naming the crop, the value and what is allowed
     */
    public Holding {
        Ranges.requireAbove(crop + ": hectares", hectares, 0);
        Ranges.requireAbove(crop + ": quintals a hectare", bestQuintalsPerHectare, 0);
        Ranges.requireBetween(crop + ": irrigated share", irrigatedShare, 0, 1);
        Ranges.requireBetween(crop + ": irrigation, mm", irrigationMillimetres, 0, 1e5);
        Ranges.requireBetween(crop + ": store share", storeShare, 0, 10);
    }
}
