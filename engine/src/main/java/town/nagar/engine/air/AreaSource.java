package town.nagar.engine.air;

/** A square that emits evenly, one side across the wind: a ward's hearths, a landfill. */
public final class AreaSource {
    /** Strips across the wind that a square is cut into; they thin out towards the receptor. */
    private static final int STRIPS = 64;

    private AreaSource() {}

    /**
     * Concentration, g/m3: the sum of finite lines across the wind. Strips upwind of the receptor
     * are spaced by the square of their number, because the near ones count most.
     *
     * @param gramsPerM2Second emission
     * @param heightMetres where it is let go, from 0
     * @param initialZMetres spread upwards at birth, above 0: over ground without it the sum would
     *     have no end
     * @param sideMetres of the square, above 0
     * @param downwindMetres of the receptor from the middle of the square
     * @param crosswindMetres of the receptor from the middle of the square
     * @param atMetres height of the receptor, from 0
     */
    public static double gramsPerM3(
            Air air,
            double gramsPerM2Second,
            double heightMetres,
            double initialZMetres,
            double sideMetres,
            double downwindMetres,
            double crosswindMetres,
            double atMetres) {
        Ranges.requireAbove("initial sigma z of an area, m", initialZMetres, 0);
        double half = sideMetres / 2;
        double nearest = Math.max(0, downwindMetres - half);
        double reach = downwindMetres + half - nearest;
        double sum = 0;
        for (int strip = 0; reach > 0 && strip < STRIPS; strip++) {
            double from = reach * square((double) strip / STRIPS);
            double to = reach * square((strip + 1.0) / STRIPS);
            sum +=
                    LineSource.finiteGramsPerM3(
                            air,
                            gramsPerM2Second * (to - from),
                            heightMetres,
                            initialZMetres,
                            half,
                            nearest + 0.5 * (from + to),
                            crosswindMetres,
                            atMetres);
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
