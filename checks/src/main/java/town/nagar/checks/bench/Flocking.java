package town.nagar.checks.bench;

import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/**
 * Reynolds' birds, sequentially: in each step all 400 birds, in a fresh random order, look at those
 * within 15 on a torus of 150 x 150, turn (cohere, keep apart, match) and fly on at once.
 *
 * <p>Declaration: a bird is an index with a place and a heading, not an object; the torus has 100
 * cells as wide as the radius, each with its birds' places and headings side by side, kept up to
 * date move by move; whoever acts sees the moves made before it in the same step; chance is
 * counter-based.
 */
final class Flocking {
    static final int BIRDS = 400;
    private static final double SIDE = 150;
    private static final double RADIUS = 15;
    private static final int CELLS = 10;
    private static final double APART = 1;
    private static final double SPEED = 1;
    private static final double COHERE = 0.03;
    private static final double SEPARATE = 0.015;
    private static final double MATCH = 0.05;
    private static final Purpose START = new Purpose(1, "place and heading at first");
    private static final Purpose ORDER = new Purpose(2, "order of a step");

    private final Chance chance;
    private final int[] order = new int[BIRDS];
    private final int[] cellOf = new int[BIRDS];
    private final int[] slotOf = new int[BIRDS];

    /** A cell has as many slots as there are birds, the first so many of them taken. */
    private final int[] taken = new int[CELLS * CELLS];

    private final int[] who = new int[CELLS * CELLS * BIRDS];

    /** Four numbers a slot: place east and north, heading east and north. */
    private final double[] flown = new double[4 * CELLS * CELLS * BIRDS];

    private final int[] near = new int[BIRDS];

    private double birdX;
    private double birdY;
    private double birdHeadingX;
    private double birdHeadingY;
    private final double[] nearX = new double[BIRDS];
    private final double[] nearY = new double[BIRDS];

    Flocking(long seed) {
        chance = Chance.of(seed, 0);
        for (int bird = 0; bird < BIRDS; bird++) {
            birdX = SIDE * chance.uniform(bird, 0, START);
            birdY = SIDE * chance.uniform(bird, 1, START);
            double angle = 2 * Math.PI * chance.uniform(bird, 2, START);
            birdHeadingX = StrictMath.cos(angle);
            birdHeadingY = StrictMath.sin(angle);
            enter(bird);
        }
    }

    void step(int step) {
        for (int last = 0; last < BIRDS; last++) {
            int other = (int) (chance.uniform(last, step, ORDER) * (last + 1));
            order[last] = order[other];
            order[other] = last;
        }
        for (int bird : order) {
            leave(bird);
            turn();
            birdX = wrapped(birdX + SPEED * birdHeadingX);
            birdY = wrapped(birdY + SPEED * birdHeadingY);
            enter(bird);
        }
    }

    private static int along(double at) {
        return (int) (at / RADIUS);
    }

    private void enter(int bird) {
        int cell = along(birdY) * CELLS + along(birdX);
        int slot = cell * BIRDS + taken[cell]++;
        cellOf[bird] = cell;
        slotOf[bird] = slot;
        who[slot] = bird;
        flown[4 * slot] = birdX;
        flown[4 * slot + 1] = birdY;
        flown[4 * slot + 2] = birdHeadingX;
        flown[4 * slot + 3] = birdHeadingY;
    }

    /** Takes a bird out of its cell, whose last bird gets its slot. */
    private void leave(int bird) {
        int slot = slotOf[bird];
        birdX = flown[4 * slot];
        birdY = flown[4 * slot + 1];
        birdHeadingX = flown[4 * slot + 2];
        birdHeadingY = flown[4 * slot + 3];
        int cell = cellOf[bird];
        int last = cell * BIRDS + --taken[cell];
        who[slot] = who[last];
        slotOf[who[last]] = slot;
        for (int n = 0; n < 4; n++) {
            flown[4 * slot + n] = flown[4 * last + n];
        }
    }

    private void turn() {
        int column = along(birdX);
        int row = along(birdY);
        int seen = 0;
        for (int dy = -1; dy <= 1; dy++) {
            int otherRow = row + dy < 0 ? CELLS - 1 : row + dy == CELLS ? 0 : row + dy;
            double fromY = birdY + (otherRow - row - dy) * RADIUS;
            for (int dx = -1; dx <= 1; dx++) {
                int other = column + dx < 0 ? CELLS - 1 : column + dx == CELLS ? 0 : column + dx;
                double fromX = birdX + (other - column - dx) * RADIUS;
                seen = lookInto(otherRow * CELLS + other, fromX, fromY, seen);
            }
        }
        if (seen > 0) {
            follow(seen);
        }
    }

    /**
     * Notes a cell's birds that are near, without a branch, seen from a place that is moved round
     * the torus to lie beside the cell.
     */
    private int lookInto(int cell, double fromX, double fromY, int seenBefore) {
        int seen = seenBefore;
        int end = 4 * (cell * BIRDS + taken[cell]);
        for (int at = 4 * cell * BIRDS; at < end; at += 4) {
            double dx = flown[at] - fromX;
            double dy = flown[at + 1] - fromY;
            near[seen] = at;
            nearX[seen] = dx;
            nearY[seen] = dy;
            double room = RADIUS * RADIUS - (dx * dx + dy * dy);
            seen += 1 + (int) (Double.doubleToRawLongBits(room) >> 63);
        }
        return seen;
    }

    private void follow(int seen) {
        double turnX = 0;
        double turnY = 0;
        double alongX = 0;
        double alongY = 0;
        for (int n = 0; n < seen; n++) {
            double dx = nearX[n];
            double dy = nearY[n];
            double pull = dx * dx + dy * dy < APART * APART ? COHERE - SEPARATE : COHERE;
            turnX += pull * dx;
            turnY += pull * dy;
            alongX += flown[near[n] + 2];
            alongY += flown[near[n] + 3];
        }
        head(
                birdHeadingX + (turnX + MATCH * alongX) / seen,
                birdHeadingY + (turnY + MATCH * alongY) / seen);
    }

    private void head(double towardsX, double towardsY) {
        double length = Math.sqrt(towardsX * towardsX + towardsY * towardsY);
        if (length > 0) {
            birdHeadingX = towardsX / length;
            birdHeadingY = towardsY / length;
        }
    }

    private static double wrapped(double at) {
        return at < 0 ? at + SIDE : at >= SIDE ? at - SIDE : at;
    }

    /** How far the birds fly one way: 0 (all ways) to 1. */
    double order() {
        double sumX = 0;
        double sumY = 0;
        for (int bird = 0; bird < BIRDS; bird++) {
            sumX += flown[4 * slotOf[bird] + 2];
            sumY += flown[4 * slotOf[bird] + 3];
        }
        return Math.sqrt(sumX * sumX + sumY * sumY) / BIRDS;
    }

    double[] places() {
        return Arrays.stream(slotOf).mapToDouble(slot -> flown[4 * slot]).toArray();
    }
}
