package town.nagar.engine.people;

import java.nio.ByteBuffer;
import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Quantiles;

/**
 * The town's farms, one slot in each array a farm.
 *
 * <p>Prices are expected as Nerlove: The Dynamics of Supply (1958) says, E' = E + b (P - E). A farm
 * sells what it holds on a day whose price is no less than what it expects to be left of waiting,
 * spoilage counted, or when its store overflows; it sows more or less land as the expected price
 * stands to the one it was used to. Nothing is allocated in a step.
 */
public final class Farms {
    private final FarmTraits traits;
    private final double kept;
    private final double usedToPrice;
    private final double[] hectares;
    private final double[] yieldQuintals;
    private final double[] storeQuintals;

    private final double[] expectedPrice;
    private final double[] held;
    private final double[] sold;
    private final double[] earned;
    private final double[] sown;

    private Farms(
            FarmTraits traits, double[] hectares, double[] yields, double[] stores, double price) {
        this.traits = traits;
        this.kept = traits.kept();
        this.usedToPrice = price;
        this.hectares = hectares.clone();
        this.yieldQuintals = yields.clone();
        this.storeQuintals = stores.clone();
        this.expectedPrice = new double[hectares.length];
        this.held = new double[hectares.length];
        this.sold = new double[hectares.length];
        this.earned = new double[hectares.length];
        this.sown = hectares.clone();
        Arrays.fill(expectedPrice, price);
    }

    /**
     * Farms that expect the price they are used to and hold nothing.
     *
     * @param hectares of land, one a farm
     * @param quintalsAHectare a usual harvest, one a farm
     * @param storeQuintals room for a harvest, one a farm
     * @param rupeesAQuintal the price they are used to, above 0
     * @throws IllegalArgumentException if lengths differ or a number is negative
     */
    public static Farms of(
            FarmTraits traits,
            double[] hectares,
            double[] quintalsAHectare,
            double[] storeQuintals,
            double rupeesAQuintal) {
        requireFrom0("hectares", hectares, hectares.length);
        requireFrom0("quintals a hectare", quintalsAHectare, hectares.length);
        requireFrom0("quintals of store", storeQuintals, hectares.length);
        requirePrice(rupeesAQuintal);
        return new Farms(traits, hectares, quintalsAHectare, storeQuintals, rupeesAQuintal);
    }

    private static void requireFrom0(String name, double[] values, int farms) {
        if (values.length != farms || Arrays.stream(values).anyMatch(v -> !(v >= 0))) {
            throw new IllegalArgumentException(
                    "%s are %s; allowed are %d numbers from 0"
                            .formatted(name, Arrays.toString(values), farms));
        }
    }

    private static void requirePrice(double rupees) {
        if (!(rupees > 0 && Double.isFinite(rupees))) {
            throw new IllegalArgumentException(
                    "price %s; allowed are finite numbers above 0".formatted(rupees));
        }
    }

    /** Number of farms. */
    public int count() {
        return held.length;
    }

    /**
     * Lets a market day pass: learn its price, sell or hold.
     *
     * @param rupeesAQuintal of the day, above 0
     * @throws IllegalArgumentException if the price is not positive
     */
    public void marketDay(double rupeesAQuintal) {
        requirePrice(rupeesAQuintal);
        for (int farm = 0; farm < held.length; farm++) {
            boolean sells = rupeesAQuintal >= expectedPrice[farm] * kept;
            double room = sells ? 0 : storeQuintals[farm];
            double sale = Math.max(0, held[farm] - room);
            sold[farm] += sale;
            earned[farm] += sale * rupeesAQuintal;
            held[farm] = (held[farm] - sale) * (1 - traits.spoilage());
            expectedPrice[farm] += traits.adjustment() * (rupeesAQuintal - expectedPrice[farm]);
        }
    }

    /** Sows the land that the expected price calls for, at most all of it. */
    public void sow() {
        for (int farm = 0; farm < sown.length; farm++) {
            double ratio = expectedPrice[farm] / usedToPrice;
            double wanted = StrictMath.pow(ratio, traits.supplyElasticity());
            sown[farm] = hectares[farm] * Math.min(1, wanted);
        }
    }

    /**
     * Brings the harvest in: the usual one times a log-normal season of mean 1.
     *
     * @param season number of the harvest
     * @param weather factor of the yield for all farms, 0 or more
     */
    public void harvest(int season, Chance chance, double weather) {
        double spread = traits.yieldSpread();
        for (int farm = 0; farm < held.length; farm++) {
            double u = chance.uniform(farm, season, Decisions.GROWTH);
            double luck = Quantiles.logNormal(u, -spread * spread / 2, spread);
            held[farm] += sown[farm] * yieldQuintals[farm] * weather * luck;
        }
    }

    /** The price a farm expects, in rupees a quintal. */
    public double expectedPrice(int farm) {
        return expectedPrice[farm];
    }

    /** Quintals in store. */
    public double heldQuintals(int farm) {
        return held[farm];
    }

    /** Quintals sold so far. */
    public double soldQuintals(int farm) {
        return sold[farm];
    }

    /** Rupees earned so far. */
    public double earnedRupees(int farm) {
        return earned[farm];
    }

    /** Hectares under the crop. */
    public double sownHectares(int farm) {
        return sown[farm];
    }

    private double[][] state() {
        return new double[][] {expectedPrice, held, sold, earned, sown};
    }

    int stateBytes() {
        return state().length * held.length * Double.BYTES;
    }

    void save(ByteBuffer out) {
        for (double[] array : state()) {
            StateBytes.put(out, array);
        }
    }

    void restore(ByteBuffer in) {
        for (double[] array : state()) {
            StateBytes.get(in, array);
        }
    }
}
