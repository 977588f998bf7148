package town.nagar.engine.air;

/** A road that emits along its length, which the wind crosses. */
public final class LineSource {
    private static final double ROOT_TWO = Math.sqrt(2);

    private LineSource() {}

    /**
     * Concentration beside a road without end, g/m3: q / u times the reflections of ground and lid.
     *
     * @param gramsPerMetreSecond emission
     * @param heightMetres where it is let go, from 0
     * @param initialZMetres height of the zone that traffic mixes; 0 or {@link #mixingZoneMetres}
     * @param downwindMetres distance from the road; 0 and less have none of it
     * @param atMetres height of the receptor, from 0
     */
    public static double infiniteGramsPerM3(
            Air air,
            double gramsPerMetreSecond,
            double heightMetres,
            double initialZMetres,
            double downwindMetres,
            double atMetres) {
        if (!(downwindMetres > 0)) {
            return 0;
        }
        double sigmaZ = air.sigmaZMetres(downwindMetres, initialZMetres);
        return gramsPerMetreSecond
                / air.windMetresPerSecond()
                * Layer.densityPerMetre(heightMetres, atMetres, sigmaZ, air.mixingMetres());
    }

    /**
     * Concentration beside a straight piece of road across the wind, g/m3: that of the endless road
     * times the share of the crosswind bell that the piece fills. For a receptor abreast of its
     * middle the share is erf(half length / (sqrt 2 sy)).
     *
     * @param halfLengthMetres from 0
     * @param alongMetres how far along the road the receptor is from abreast of the middle
     */
    public static double finiteGramsPerM3(
            Air air,
            double gramsPerMetreSecond,
            double heightMetres,
            double initialZMetres,
            double halfLengthMetres,
            double downwindMetres,
            double alongMetres,
            double atMetres) {
        if (!(downwindMetres > 0)) {
            return 0;
        }
        double width = ROOT_TWO * air.sigmaYMetres(downwindMetres, 0);
        double share =
                0.5
                        * (ErrorFunction.erf((halfLengthMetres - alongMetres) / width)
                                + ErrorFunction.erf((halfLengthMetres + alongMetres) / width));
        return share
                * infiniteGramsPerM3(
                        air,
                        gramsPerMetreSecond,
                        heightMetres,
                        initialZMetres,
                        downwindMetres,
                        atMetres);
    }

    /**
     * Sigma z over the road, m: 1.8 + 0.11 times the seconds that air takes to cross half of the
     * mixing zone, which is the road and 3 m on either side (CALINE3, Benson 1979).
     *
     * @param roadMetres width of the carriageway, above 0
     * @param crossingMetresPerSecond the wind's part across the road, above 0
     */
    public static double mixingZoneMetres(double roadMetres, double crossingMetresPerSecond) {
        double halfWidth = roadMetres / 2 + 3;
        return 1.8 + 0.11 * halfWidth / crossingMetresPerSecond;
    }
}
