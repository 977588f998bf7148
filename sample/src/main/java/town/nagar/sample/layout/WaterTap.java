package town.nagar.sample.layout;

import town.nagar.contracts.places.Point;

/**
 * A place on the water network where something can be measured.
 *
 * @param junction its id in the EPANET file; empty if there is none
 * @param stillBar pressure when nothing flows
 * @param peakBar pressure at the day's greatest demand
 */
public record WaterTap(Point point, String junction, double stillBar, double peakBar) {
    /** A tap of a town whose network is not known: a two-storey town's usual pressures. */
    public static WaterTap assumed(Point point) {
        return new WaterTap(point, "", 2.2, 1.6);
    }
}
