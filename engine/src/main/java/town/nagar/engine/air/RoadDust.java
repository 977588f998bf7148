package town.nagar.engine.air;

/** Dust that wheels lift from paved roads: EPA AP-42, section 13.2.1 (2011), equation 1. */
public final class RoadDust {
    private static final double SHORT_TONS_PER_TONNE = 1.10231;
    private static final double WET_SHARE = 1.2;

    private RoadDust() {}

    /** How much of the dust counts, by size; the factor k, g a vehicle kilometre. */
    public enum Size {
        PM25(0.15),
        PM10(0.62);

        private final double gramsPerKm;

        Size(double gramsPerKm) {
            this.gramsPerKm = gramsPerKm;
        }
    }

    /**
     * Dust of one vehicle on a kilometre, g: k sL^0.91 W^1.02.
     *
     * @param siltGramsPerM2 silt on the road, 0.03 to 400 where the equation was fitted
     * @param meanTonnes mean mass of the vehicles on the road, metric, above 0
     */
    public static double gramsPerVehicleKm(Size size, double siltGramsPerM2, double meanTonnes) {
        Ranges.requireBetween("silt, g/m2", siltGramsPerM2, 0, 400);
        Ranges.requireAbove("mean mass, t", meanTonnes, 0);
        return size.gramsPerKm
                * StrictMath.pow(siltGramsPerM2, 0.91)
                * StrictMath.pow(meanTonnes * SHORT_TONS_PER_TONNE, 1.02);
    }

    /**
     * The share of dust that rain leaves, by the hours of a period that were wet: 1 - 1.2 P/N, not
     * under 0 (equation 3).
     */
    public static double afterRain(double wetHours, double hours) {
        Ranges.requireAbove("hours", hours, 0);
        Ranges.requireBetween("wet hours", wetHours, 0, hours);
        return Math.max(0, 1 - WET_SHARE * wetHours / hours);
    }
}
