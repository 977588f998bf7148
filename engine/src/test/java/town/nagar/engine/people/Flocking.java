package town.nagar.engine.people;

import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/**
 * Reynolds' birds, sequentially: in each step all 400 birds, in a fresh random order, look at those
 * within 15 on a torus of 150 x 150, turn (cohere, keep apart, match) and fly on at once.
 *
 * <p>Declaration: a bird is an index with a place and a heading, not an object; the torus has 100
 * cells as wide as the radius, kept up to date move by move; whoever acts sees the moves made
 * before it in the same step; chance is counter-based.
 */
final class Flocking {
    static final int BIRDS = 400;
    private static final double SIDE = 150;
    private static final double RADIUS = 15;
    private static final int CELLS = 10;
    private static final int NOBODY = -1;
    private static final double APART = 1;
    private static final double SPEED = 1;
    private static final double COHERE = 0.03;
    private static final double SEPARATE = 0.015;
    private static final double MATCH = 0.05;
    private static final Purpose START = new Purpose(1, "place and heading at first");
    private static final Purpose ORDER = new Purpose(2, "order of a step");

    private final Chance chance;
    private final double[] x = new double[BIRDS];
    private final double[] y = new double[BIRDS];
    private final double[] headingX = new double[BIRDS];
    private final double[] headingY = new double[BIRDS];
    private final int[] order = new int[BIRDS];
    private final int[] firstIn = new int[CELLS * CELLS];
    private final int[] next = new int[BIRDS];
    private final int[] previous = new int[BIRDS];

    private double towardsX;
    private double towardsY;
    private double awayX;
    private double awayY;
    private double alongX;
    private double alongY;
    private int seen;

    Flocking(long seed) {
        chance = Chance.of(seed, 0);
        Arrays.fill(firstIn, NOBODY);
        for (int bird = 0; bird < BIRDS; bird++) {
            x[bird] = SIDE * chance.uniform(bird, 0, START);
            y[bird] = SIDE * chance.uniform(bird, 1, START);
            double angle = 2 * Math.PI * chance.uniform(bird, 2, START);
            headingX[bird] = StrictMath.cos(angle);
            headingY[bird] = StrictMath.sin(angle);
            enter(bird, cellOf(bird));
        }
    }

    void step(int step) {
        for (int last = 0; last < BIRDS; last++) {
            int other = (int) (chance.uniform(last, step, ORDER) * (last + 1));
            order[last] = order[other];
            order[other] = last;
        }
        for (int bird : order) {
            turn(bird);
            fly(bird);
        }
    }

    private void fly(int bird) {
        int before = cellOf(bird);
        x[bird] = wrapped(x[bird] + SPEED * headingX[bird]);
        y[bird] = wrapped(y[bird] + SPEED * headingY[bird]);
        int after = cellOf(bird);
        if (before != after) {
            leave(bird, before);
            enter(bird, after);
        }
    }

    private int cellOf(int bird) {
        return along(y[bird]) * CELLS + along(x[bird]);
    }

    private static int along(double at) {
        return (int) (at / RADIUS);
    }

    private void enter(int bird, int cell) {
        int second = firstIn[cell];
        next[bird] = second;
        previous[bird] = NOBODY;
        firstIn[cell] = bird;
        if (second != NOBODY) {
            previous[second] = bird;
        }
    }

    private void leave(int bird, int cell) {
        if (previous[bird] == NOBODY) {
            firstIn[cell] = next[bird];
        } else {
            next[previous[bird]] = next[bird];
        }
        if (next[bird] != NOBODY) {
            previous[next[bird]] = previous[bird];
        }
    }

    private void turn(int bird) {
        towardsX = 0;
        towardsY = 0;
        awayX = 0;
        awayY = 0;
        alongX = 0;
        alongY = 0;
        seen = 0;
        int column = along(x[bird]) + CELLS;
        int row = along(y[bird]) + CELLS;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                lookInto((row + dy) % CELLS * CELLS + (column + dx) % CELLS, bird);
            }
        }
        if (seen > 0) {
            double turnX = COHERE * towardsX + SEPARATE * awayX + MATCH * alongX;
            double turnY = COHERE * towardsY + SEPARATE * awayY + MATCH * alongY;
            head(bird, headingX[bird] + turnX / seen, headingY[bird] + turnY / seen);
        }
    }

    private void lookInto(int cell, int bird) {
        for (int other = firstIn[cell]; other != NOBODY; other = next[other]) {
            double dx = shortest(x[other] - x[bird]);
            double dy = shortest(y[other] - y[bird]);
            double squared = dx * dx + dy * dy;
            if (squared <= RADIUS * RADIUS && other != bird) {
                seen++;
                towardsX += dx;
                towardsY += dy;
                alongX += headingX[other];
                alongY += headingY[other];
                if (squared < APART * APART) {
                    awayX -= dx;
                    awayY -= dy;
                }
            }
        }
    }

    private void head(int bird, double towardsX, double towardsY) {
        double length = Math.sqrt(towardsX * towardsX + towardsY * towardsY);
        if (length > 0) {
            headingX[bird] = towardsX / length;
            headingY[bird] = towardsY / length;
        }
    }

    private static double shortest(double apart) {
        return apart > SIDE / 2 ? apart - SIDE : apart < -SIDE / 2 ? apart + SIDE : apart;
    }

    private static double wrapped(double at) {
        return at < 0 ? at + SIDE : at >= SIDE ? at - SIDE : at;
    }

    /** How far the birds fly one way: 0 (all ways) to 1. */
    double order() {
        double sumX = 0;
        double sumY = 0;
        for (int bird = 0; bird < BIRDS; bird++) {
            sumX += headingX[bird];
            sumY += headingY[bird];
        }
        return Math.sqrt(sumX * sumX + sumY * sumY) / BIRDS;
    }

    double[] places() {
        return x.clone();
    }
}
