package town.nagar.engine.water.network;

/**
 * A vessel whose level rises and falls with what flows in and out.
 *
 * @param elevationMetres of the bottom; levels count from it
 * @param minimumVolumeM3 volume at the lowest level; 0 means that of the cylinder
 * @param volumeCurve volume in m3 over level in m; {@link Curve#NONE} for a cylinder
 * @param overflows whether a full tank spills instead of closing its inlets
 */
public record Tank(
        String id,
        double elevationMetres,
        double initialLevelMetres,
        double minimumLevelMetres,
        double maximumLevelMetres,
        double diameterMetres,
        double minimumVolumeM3,
        Curve volumeCurve,
        boolean overflows)
        implements Node {
    public Tank {
        String what = "tank " + id;
        Quantities.finite(what, "elevation", elevationMetres);
        Quantities.notNegative(what, "diameter", diameterMetres);
        Quantities.notNegative(what, "minimum volume", minimumVolumeM3);
        if (!(minimumLevelMetres <= initialLevelMetres
                && initialLevelMetres <= maximumLevelMetres)) {
            throw new IllegalArgumentException(
                    "%s: levels must not fall from minimum %s over initial %s to maximum %s m"
                            .formatted(
                                    what,
                                    minimumLevelMetres,
                                    initialLevelMetres,
                                    maximumLevelMetres));
        }
    }

    /** Cross-section of the cylinder. */
    public double areaM2() {
        return Math.PI * diameterMetres * diameterMetres / 4;
    }
}
