package town.nagar.engine.uncertainty.sensitivity;

import java.util.List;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;
import town.nagar.engine.uncertainty.Factor;

/**
 * Random walks that move one factor at a time, each by half the unit cube or a little more: the
 * trajectories of Morris: Factorial sampling plans for preliminary computational experiments.
 * Technometrics 33 (1991) 161-174.
 *
 * <p>A trajectory has k + 1 rows on a grid of p levels from 0 to 1, steps being p / (2 (p - 1)). A
 * factor without bounds is held to the middle 99 % of its probability.
 */
public final class MorrisDesign implements Design {
    private static final Purpose START = new Purpose(65_531, "start of a trajectory");
    private static final Purpose ORDER = new Purpose(65_530, "order of a trajectory's steps");
    private static final double TAIL = 0.005;

    private final List<Factor> factors;
    private final int trajectories;
    private final int levels;
    private final byte[] level;
    private final int[] moved;

    private MorrisDesign(List<Factor> factors, int trajectories, int levels) {
        this.factors = List.copyOf(factors);
        this.trajectories = trajectories;
        this.levels = levels;
        this.level = new byte[trajectories * (factors.size() + 1) * factors.size()];
        this.moved = new int[trajectories * factors.size()];
    }

    /**
     * Trajectories drawn by chance.
     *
     * @param factors 1 to 1,000
     * @param trajectories 2 to 1,000; 10 to 20 are usual
     * @param levels an even number from 4 to 100; 4 is usual
     * @throws IllegalArgumentException if a number is not allowed
     */
    public static MorrisDesign of(List<Factor> factors, int trajectories, int levels, long seed) {
        requireRange("factors", factors.size(), 1, 1000);
        requireRange("trajectories", trajectories, 2, 1000);
        requireRange("levels", levels, 4, 100);
        if (levels % 2 == 1) {
            throw new IllegalArgumentException(
                    "levels = %d; allowed are even numbers".formatted(levels));
        }
        var design = new MorrisDesign(factors, trajectories, levels);
        var chance = Chance.of(seed, 0);
        for (int trajectory = 0; trajectory < trajectories; trajectory++) {
            design.walk(trajectory, chance);
        }
        return design;
    }

    private static void requireRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "%s = %d; allowed are %d to %d".formatted(name, value, low, high));
        }
    }

    private void walk(int trajectory, Chance chance) {
        int size = factors.size();
        int at = trajectory * (size + 1) * size;
        for (int factor = 0; factor < size; factor++) {
            level[at + factor] = (byte) (chance.uniform(factor, trajectory, START) * levels);
        }
        int[] order = shuffled(trajectory, chance);
        for (int step = 0; step < size; step++) {
            System.arraycopy(level, at, level, at + size, size);
            at += size;
            int factor = order[step];
            moved[trajectory * size + step] = factor;
            int half = levels / 2;
            level[at + factor] += (byte) (level[at + factor] < half ? half : -half);
        }
    }

    private int[] shuffled(int trajectory, Chance chance) {
        var order = new int[factors.size()];
        for (int last = 0; last < order.length; last++) {
            int other = (int) (chance.uniform(last, trajectory, ORDER) * (last + 1));
            order[last] = order[other];
            order[other] = last;
        }
        return order;
    }

    @Override
    public List<Factor> factors() {
        return factors;
    }

    /** Walks of k + 1 rows. */
    public int trajectories() {
        return trajectories;
    }

    @Override
    public int rows() {
        return trajectories * (factors.size() + 1);
    }

    @Override
    public void inputs(int row, double[] out) {
        for (int factor = 0; factor < out.length; factor++) {
            var distribution = factors.get(factor).distribution();
            double u = unit(row, factor);
            double held = distribution.bounded() ? u : Math.clamp(u, TAIL, 1 - TAIL);
            out[factor] = distribution.quantile(held);
        }
    }

    /** The coordinate in the unit cube. */
    double unit(int row, int factor) {
        return level[row * factors.size() + factor] / (levels - 1.0);
    }

    /** The factor that moves between row {@code step} and the next of a trajectory. */
    int moved(int trajectory, int step) {
        return moved[trajectory * factors.size() + step];
    }
}
