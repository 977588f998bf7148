package town.nagar.engine.town;

/** What an hour's trips add up to between the zones of each pair that is travelled. */
final class PairTrips {
    /** PCU, exhaust and dust on a kilometre, one slot a pair. */
    final double[] pcu;

    final double[] exhaust;
    final double[] dust;

    private final int[] touched;
    private final boolean[] isTouched;
    private int count;

    PairTrips(int pairs) {
        pcu = new double[pairs];
        exhaust = new double[pairs];
        dust = new double[pairs];
        touched = new int[pairs];
        isTouched = new boolean[pairs];
    }

    void add(int pair, double units, double burntGramsPerKm, double liftedGramsPerKm) {
        if (!isTouched[pair]) {
            isTouched[pair] = true;
            touched[count++] = pair;
        }
        pcu[pair] += units;
        exhaust[pair] += burntGramsPerKm;
        dust[pair] += liftedGramsPerKm;
    }

    /** Pairs that were travelled. */
    int count() {
        return count;
    }

    /**
     * A pair that was travelled.
     *
     * @param index 0 to {@link #count} - 1, in the order of the first trips
     */
    int pair(int index) {
        return touched[index];
    }

    /** Forgets the hour. */
    void clear() {
        for (int index = 0; index < count; index++) {
            int pair = touched[index];
            isTouched[pair] = false;
            pcu[pair] = 0;
            exhaust[pair] = 0;
            dust[pair] = 0;
        }
        count = 0;
    }
}
