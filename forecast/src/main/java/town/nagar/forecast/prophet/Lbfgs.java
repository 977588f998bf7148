package town.nagar.forecast.prophet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS with a weak Wolfe line search by bisection, which also gets past kinks.
 *
 * <p>Two-loop recursion: Nocedal, Mathematics of Computation 35 (1980). Line search: Lewis and
 * Overton, Nonsmooth optimization via quasi-Newton methods, Mathematical Programming 141 (2013).
 */
final class Lbfgs {
    /** What is made least. */
    interface Objective {
        int dimensions();

        /** The value at a point; writes every slot of {@code gradient}. */
        double valueAt(double[] point, double[] gradient);
    }

    private static final int MEMORY = 12;
    private static final int MOST_STEPS = 4_000;
    private static final int MOST_HALVINGS = 50;
    private static final int PATIENCE = 10;
    private static final double LEAST_DECREASE = 1e-4;
    private static final double LEAST_CURVATURE = 0.9;
    private static final double TOLERANCE = 1e-11;
    private static final double FLAT = 1e-8;

    /** A step taken and how the gradient changed over it. */
    private static final class Memory {
        private final double[] step;
        private final double[] change;
        private final double curvature;

        private Memory(double[] step, double[] change) {
            this.step = step;
            this.change = change;
            this.curvature = dot(step, change);
        }
    }

    private final Objective objective;
    private final Deque<Memory> memories = new ArrayDeque<>();
    private double[] point;
    private double[] gradient;
    private double value;

    private Lbfgs(Objective objective, double[] start) {
        this.objective = objective;
        this.point = start.clone();
        this.gradient = new double[start.length];
        this.value = objective.valueAt(point, gradient);
    }

    /**
     * The point where nothing is gained any more.
     *
     * @throws IllegalArgumentException if the value at the start is no number
     */
    static double[] minimise(Objective objective, double[] start) {
        Lbfgs search = new Lbfgs(objective, start);
        if (!Double.isFinite(search.value)) {
            throw new IllegalArgumentException("starts at " + search.value);
        }
        search.run();
        return search.point;
    }

    private void run() {
        int idle = 0;
        for (int step = 0; step < MOST_STEPS && idle < PATIENCE && norm(gradient) > FLAT; step++) {
            double before = value;
            if (!advance() && memories.isEmpty()) {
                return;
            }
            boolean gained = before - value > TOLERANCE * Math.max(1, Math.abs(value));
            idle = gained ? 0 : idle + 1;
        }
    }

    /** One line search; where it fails, forgets, so that the next goes straight down. */
    private boolean advance() {
        double[] direction = direction();
        double slope = dot(direction, gradient);
        if (!(slope < 0)) {
            memories.clear();
            return true;
        }
        double[] next = new double[point.length];
        double[] nextGradient = new double[point.length];
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double length = memories.isEmpty() ? Math.min(1, 1 / norm(gradient)) : 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int i = 0; i < point.length; i++) {
                next[i] = point[i] + length * direction[i];
            }
            double nextValue = objective.valueAt(next, nextGradient);
            if (!(nextValue <= value + LEAST_DECREASE * length * slope)) {
                high = length;
            } else if (dot(nextGradient, direction) < LEAST_CURVATURE * slope) {
                low = length;
            } else {
                accept(next, nextGradient, nextValue);
                return true;
            }
            length = Double.isInfinite(high) ? 2 * low : (low + high) / 2;
        }
        boolean first = memories.isEmpty();
        memories.clear();
        return !first;
    }

    private void accept(double[] next, double[] nextGradient, double nextValue) {
        Memory memory = new Memory(difference(next, point), difference(nextGradient, gradient));
        if (memory.curvature > 0) {
            memories.addFirst(memory);
        }
        if (memories.size() > MEMORY) {
            memories.removeLast();
        }
        point = next;
        gradient = nextGradient;
        value = nextValue;
    }

    private double[] direction() {
        double[] direction = gradient.clone();
        double[] shares = new double[memories.size()];
        int i = 0;
        for (Memory memory : memories) {
            shares[i] = dot(memory.step, direction) / memory.curvature;
            add(-shares[i++], memory.change, direction);
        }
        if (!memories.isEmpty()) {
            Memory last = memories.getFirst();
            scale(last.curvature / dot(last.change, last.change), direction);
        }
        for (Iterator<Memory> oldest = memories.descendingIterator(); oldest.hasNext(); ) {
            Memory memory = oldest.next();
            double share = shares[--i] - dot(memory.change, direction) / memory.curvature;
            add(share, memory.step, direction);
        }
        scale(-1, direction);
        return direction;
    }

    private static double[] difference(double[] left, double[] right) {
        double[] difference = left.clone();
        add(-1, right, difference);
        return difference;
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }

    private static void scale(double factor, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double norm(double[] values) {
        return Math.sqrt(dot(values, values));
    }
}
