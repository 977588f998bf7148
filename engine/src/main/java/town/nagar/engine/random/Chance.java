package town.nagar.engine.random;

/**
 * The chance of one run: every draw is a function of seed, run, agent, step, purpose and the number
 * of the draw, so it is the same in any order, on any thread and after a restart.
 *
 * <p>The mapping is one to one: the seed is the key of {@link Philox}; agent, step, run and
 * (purpose, draw) are the four words of its counter. Nothing is allocated.
 */
public final class Chance {
    /** Draws a single decision may take for one purpose. */
    public static final int DRAWS_PER_PURPOSE = 1 << 16;

    private static final double STEP_OF_52_BITS = 0x1p-52;

    private final int keyLow;
    private final int keyHigh;
    private final int run;

    private Chance(long seed, int run) {
        this.keyLow = (int) seed;
        this.keyHigh = (int) (seed >>> 32);
        this.run = run;
    }

    /**
     * The chance of one run of a Monte Carlo study.
     *
     * @param seed any value; policy and baseline share it for common random numbers
     * @param run number of the run
     */
    public static Chance of(long seed, int run) {
        return new Chance(seed, run);
    }

    /** 64 random bits: the first draw for this purpose. */
    public long bits(int agent, int step, Purpose purpose) {
        return block(agent, step, purpose.number() << 16);
    }

    /**
     * 64 random bits: one of several draws for this purpose.
     *
     * @param draw 0 to {@link #DRAWS_PER_PURPOSE} - 1
     * @throws IllegalArgumentException if the draw is out of that range
     */
    public long bits(int agent, int step, Purpose purpose, int draw) {
        if (draw < 0 || draw >= DRAWS_PER_PURPOSE) {
            throw new IllegalArgumentException(
                    "draw %d for '%s'; allowed are 0 to %d"
                            .formatted(draw, purpose.name(), DRAWS_PER_PURPOSE - 1));
        }
        return block(agent, step, (purpose.number() << 16) | draw);
    }

    /** A number strictly between 0 and 1: the first draw for this purpose. */
    public double uniform(int agent, int step, Purpose purpose) {
        return toUniform(bits(agent, step, purpose));
    }

    /**
     * A number strictly between 0 and 1: one of several draws for this purpose.
     *
     * @param draw 0 to {@link #DRAWS_PER_PURPOSE} - 1
     * @throws IllegalArgumentException if the draw is out of that range
     */
    public double uniform(int agent, int step, Purpose purpose, int draw) {
        return toUniform(bits(agent, step, purpose, draw));
    }

    /**
     * Writes the first draw of agents 0, 1, 2 and so on.
     *
     * @param out one slot an agent; filled with numbers strictly between 0 and 1
     */
    public void uniforms(int step, Purpose purpose, double[] out) {
        for (int agent = 0; agent < out.length; agent++) {
            out[agent] = toUniform(block(agent, step, purpose.number() << 16));
        }
    }

    /** The midpoint of one of 2^52 equal slices of (0, 1), so that neither 0 nor 1 can come out. */
    static double toUniform(long bits) {
        return ((bits >>> 12) + 0.5) * STEP_OF_52_BITS;
    }

    private long block(int agent, int step, int purposeAndDraw) {
        return Philox.half(false, agent, step, run, purposeAndDraw, keyLow, keyHigh);
    }
}
