package town.nagar.engine.agriculture;

/**
 * Which fields get the water of an allotment: those where a cubic metre is worth most, first.
 *
 * <p>Yield is a straight line of water up to what a field needs (FAO-33), so the best choice is the
 * fractional knapsack: by falling worth, each to its need. The arrays of the work are kept.
 */
public final class Irrigation {
    private final int[] order;

    /**
     * For a number of fields.
     *
     * @param fields from 0
     */
    public Irrigation(int fields) {
        order = new int[fields];
    }

    /**
     * What a cubic metre on a field is worth while the field lacks water.
     *
     * @param bestYieldKgPerHectare yield with plenty of water
     * @param paisePerKg price of the crop
     * @param demandMillimetres ETm of the season, above 0
     * @param efficiency share of the water that reaches the roots, above 0 to 1
     */
    public static double paisePerM3(
            double sensitivity,
            double bestYieldKgPerHectare,
            double paisePerKg,
            double demandMillimetres,
            double efficiency) {
        double m3PerHectare = 10 * demandMillimetres;
        return sensitivity * bestYieldKgPerHectare * paisePerKg * efficiency / m3PerHectare;
    }

    /**
     * Deals an allotment out; of equal worth the lower index first.
     *
     * @param allottedM3 from 0
     * @param worthPerM3 one a field; a field of no worth gets nothing
     * @param needM3 most that a field can use, from 0
     * @param givenM3 receives what each field gets
     * @return what nobody could use, m3
     * @throws IllegalArgumentException if lengths differ
     */
    public double allot(double allottedM3, double[] worthPerM3, double[] needM3, double[] givenM3) {
        Ranges.requireBetween("allotment, m3", allottedM3, 0, Double.MAX_VALUE);
        Ranges.requireLength("worth", worthPerM3.length, order.length);
        Ranges.requireLength("need", needM3.length, order.length);
        Ranges.requireLength("given", givenM3.length, order.length);
        sortByWorth(worthPerM3);
        double left = allottedM3;
        for (int field : order) {
            double given = worthPerM3[field] > 0 ? Math.min(left, needM3[field]) : 0;
            givenM3[field] = given;
            left -= given;
        }
        return left;
    }

    /** Heap sort: it needs no room and its worst case is as good as its best. */
    private void sortByWorth(double[] worth) {
        for (int field = 0; field < order.length; field++) {
            order[field] = field;
        }
        for (int root = order.length / 2 - 1; root >= 0; root--) {
            sink(root, order.length, worth);
        }
        for (int end = order.length - 1; end > 0; end--) {
            swap(0, end);
            sink(0, end, worth);
        }
    }

    private void sink(int from, int end, double[] worth) {
        int root = from;
        for (int child = 2 * root + 1; child < end; child = 2 * root + 1) {
            if (child + 1 < end && before(order[child], order[child + 1], worth)) {
                child++;
            }
            if (!before(order[root], order[child], worth)) {
                return;
            }
            swap(root, child);
            root = child;
        }
    }

    /** Whether one field is watered before another, so that the last in order is the root. */
    private static boolean before(int one, int other, double[] worth) {
        return worth[one] > worth[other] || (worth[one] == worth[other] && one < other);
    }

    private void swap(int one, int other) {
        int kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }
}
