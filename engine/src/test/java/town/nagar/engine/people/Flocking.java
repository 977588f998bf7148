package town.nagar.engine.people;

import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/**
 * Reynolds' birds, sequentially: in each step all 400 birds, in a fresh random order, look at those
 * within 15 on a torus of 150 x 150, turn (cohere, keep apart, match) and fly on at once.
 *
 * <p>Declaration: a bird is an index with a place and a heading, not an object; all pairs are
 * looked at, without a grid; whoever acts sees the moves made before it in the same step; chance is
 * counter-based.
 */
final class Flocking {
    static final int BIRDS = 400;
    private static final double SIDE = 150;
    private static final double RADIUS = 15;
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

    Flocking(long seed) {
        chance = Chance.of(seed, 0);
        for (int bird = 0; bird < BIRDS; bird++) {
            x[bird] = SIDE * chance.uniform(bird, 0, START);
            y[bird] = SIDE * chance.uniform(bird, 1, START);
            double angle = 2 * Math.PI * chance.uniform(bird, 2, START);
            headingX[bird] = StrictMath.cos(angle);
            headingY[bird] = StrictMath.sin(angle);
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
            x[bird] = wrapped(x[bird] + SPEED * headingX[bird]);
            y[bird] = wrapped(y[bird] + SPEED * headingY[bird]);
        }
    }

    private void turn(int bird) {
        double towardsX = 0;
        double towardsY = 0;
        double awayX = 0;
        double awayY = 0;
        double alongX = 0;
        double alongY = 0;
        int seen = 0;
        for (int other = 0; other < BIRDS; other++) {
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
        if (seen > 0) {
            double turnX = COHERE * towardsX + SEPARATE * awayX + MATCH * alongX;
            double turnY = COHERE * towardsY + SEPARATE * awayY + MATCH * alongY;
            head(bird, headingX[bird] + turnX / seen, headingY[bird] + turnY / seen);
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
