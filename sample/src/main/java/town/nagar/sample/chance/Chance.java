package town.nagar.sample.chance;

/**
 * Chance as a function: the same seed, draw, entity and step give the same number, in any order.
 *
 * <p>Philox4x32-10 (Salmon et al., Parallel Random Numbers: As Easy as 1, 2, 3, SC'11). The key is
 * the seed; the counter is the draw's name, the entity and the step.
 *
 * @param seed any number
 */
public record Chance(long seed) {
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final int ROUNDS = 10;
    private static final double TO_UNIT = 0x1.0p-53;

    /** Uniform in 0 (included) to 1 (excluded). */
    public double uniform(String draw, long entity, long step) {
        long low = first(draw.hashCode(), (int) entity, (int) step, (int) (step >>> 32));
        return (low >>> 11) * TO_UNIT;
    }

    /** Uniform between two numbers. */
    public double between(String draw, long entity, long step, double least, double most) {
        return least + (most - least) * uniform(draw, entity, step);
    }

    /** A whole number from 0 to below the limit. */
    public int below(String draw, long entity, long step, int limit) {
        return (int) (uniform(draw, entity, step) * limit);
    }

    /** True with the given probability. */
    public boolean happens(String draw, long entity, long step, double probability) {
        return uniform(draw, entity, step) < probability;
    }

    /** Normal with mean 0 and deviation 1: Box and Muller 1958. */
    public double normal(String draw, long entity, long step) {
        long bits = first(draw.hashCode(), (int) entity, (int) step, (int) (step >>> 32));
        double radius = ((bits >>> 32) + 1) * 0x1.0p-32;
        double turn = (bits & 0xFFFFFFFFL) * 0x1.0p-32;
        return StrictMath.sqrt(-2 * StrictMath.log(radius))
                * StrictMath.cos(2 * StrictMath.PI * turn);
    }

    /**
     * A smooth random curve through a normal draw at each whole position; deviation about 0.85.
     *
     * @param position where on the curve; one unit is its correlation length
     */
    public double curve(String draw, long entity, double position) {
        long knot = (long) StrictMath.floor(position);
        double way = position - knot;
        double ease = way * way * (3 - 2 * way);
        return (1 - ease) * normal(draw, entity, knot) + ease * normal(draw, entity, knot + 1);
    }

    /** Chance of another seed, made of this one and a name. */
    public Chance named(String name) {
        return new Chance(first(name.hashCode(), 0, 0, 0));
    }

    private long first(int counter0, int counter1, int counter2, int counter3) {
        int[] out = {counter0, counter1, counter2, counter3};
        philox(out, (int) seed, (int) (seed >>> 32));
        return ((long) out[0] << 32) | (out[1] & 0xFFFFFFFFL);
    }

    /** Replaces the four words of the counter by the four words drawn for it. */
    static void philox(int[] counter, int key0, int key1) {
        int round0 = key0;
        int round1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (counter[0] & 0xFFFFFFFFL);
            long product1 = MULTIPLIER_1 * (counter[2] & 0xFFFFFFFFL);
            counter[0] = (int) (product1 >>> 32) ^ counter[1] ^ round0;
            counter[2] = (int) (product0 >>> 32) ^ counter[3] ^ round1;
            counter[1] = (int) product1;
            counter[3] = (int) product0;
            round0 += WEYL_0;
            round1 += WEYL_1;
        }
    }
}
