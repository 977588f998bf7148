package town.nagar.engine.air;

/**
 * Clouds that drift and grow, one slot in each array a puff: what a calm hour has instead of
 * plumes.
 *
 * <p>A puff has grown as far as a plume has at the distance it travelled; in calm air, which sways
 * more than it goes, distance counts at no less than {@link Air#CALM_METRES_PER_SECOND}. The oldest
 * puff makes room for a new one when all slots are taken; {@link #lostGrams} tells how much was
 * dropped so.
 */
public final class Puffs {
    private static final double TWO_PI = 2 * Math.PI;

    private final double[] eastMetres;
    private final double[] northMetres;
    private final double[] heightMetres;
    private final double[] travelMetres;
    private final double[] grams;
    private int first;
    private int count;
    private double lostGrams;

    /**
     * No puff yet.
     *
     * @param capacity how many there may be, from 1
     */
    public Puffs(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "capacity is %d; allowed are numbers from 1".formatted(capacity));
        }
        eastMetres = new double[capacity];
        northMetres = new double[capacity];
        heightMetres = new double[capacity];
        travelMetres = new double[capacity];
        grams = new double[capacity];
    }

    /** How many puffs there are. */
    public int count() {
        return count;
    }

    /** What dropped puffs held, g. */
    public double lostGrams() {
        return lostGrams;
    }

    /**
     * Lets a puff go.
     *
     * @param travelledMetres how far it counts as travelled already, such as half a step's way
     */
    public void release(
            double east, double north, double height, double mass, double travelledMetres) {
        if (count == grams.length) {
            lostGrams += grams[first];
            first = (first + 1) % grams.length;
            count--;
        }
        int slot = (first + count++) % grams.length;
        eastMetres[slot] = east;
        northMetres[slot] = north;
        heightMetres[slot] = height;
        grams[slot] = mass;
        travelMetres[slot] = travelledMetres;
    }

    /**
     * Moves every puff with the wind.
     *
     * @param eastMetresPerSecond the wind's part towards the east
     * @param northMetresPerSecond the wind's part towards the north
     * @param seconds from 0
     */
    public void drift(double eastMetresPerSecond, double northMetresPerSecond, double seconds) {
        double speed =
                Math.sqrt(
                        eastMetresPerSecond * eastMetresPerSecond
                                + northMetresPerSecond * northMetresPerSecond);
        double travel = Math.max(speed, Air.CALM_METRES_PER_SECOND) * seconds;
        for (int n = 0; n < count; n++) {
            int slot = (first + n) % grams.length;
            eastMetres[slot] += eastMetresPerSecond * seconds;
            northMetres[slot] += northMetresPerSecond * seconds;
            travelMetres[slot] += travel;
        }
    }

    /** Concentration at a place, g/m3, all puffs together; each spreads alike along and across. */
    public double gramsPerM3(Air air, double east, double north, double atMetres) {
        double sum = 0;
        for (int n = 0; n < count; n++) {
            int slot = (first + n) % grams.length;
            double dx = east - eastMetres[slot];
            double dy = north - northMetres[slot];
            sum +=
                    grams[slot]
                            * perM3(
                                    air,
                                    travelMetres[slot],
                                    heightMetres[slot],
                                    dx * dx + dy * dy,
                                    atMetres);
        }
        return sum;
    }

    /** Density of one puff, 1/m3. */
    static double perM3(
            Air air,
            double travelMetres,
            double heightMetres,
            double squareMetresAway,
            double atMetres) {
        if (!(travelMetres > 0)) {
            return 0;
        }
        double sigma = air.sigmaYMetres(travelMetres, 0);
        double variance = sigma * sigma;
        return StrictMath.exp(-0.5 * squareMetresAway / variance)
                / (TWO_PI * variance)
                * Layer.densityPerMetre(
                        heightMetres,
                        atMetres,
                        air.sigmaZMetres(travelMetres, 0),
                        air.mixingMetres());
    }
}
