package town.nagar.checks.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/**
 * Schelling's town, sequentially: in each step all agents, in a fresh random order, count their
 * like within two cells on a torus and, with fewer than eight, move at once to a random empty cell.
 *
 * <p>Declaration: an agent is an index with a kind and a place of its own, not an object; whoever
 * acts sees the moves made before it in the same step; chance is counter-based. Kinds lie a byte a
 * cell in a map with a margin of two, so that a row of five neighbours is read at once.
 */
final class Schelling {
    static final int SIDE = 100;
    static final int AGENTS = 8000;
    private static final int RADIUS = 2;
    private static final int HAPPY = 8;
    private static final int EMPTY = -1;
    private static final int WIDE = SIDE + 2 * RADIUS;
    private static final long FIVE_NIBBLES = 0x0F0F0F0F0FL;
    private static final long ADD_UP = 0x0101010101L;
    private static final VarHandle EIGHT_CELLS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Purpose SEAT = new Purpose(1, "seat at first");
    private static final Purpose ORDER = new Purpose(2, "order of a step");
    private static final Purpose MOVE = new Purpose(3, "empty cell to move to");

    private final Chance chance;
    private final int[] cellOf = new int[AGENTS];
    private final int[] agentAt = new int[SIDE * SIDE];
    private final byte[] kindAt = new byte[WIDE * WIDE + Long.BYTES];
    private final int[] empty = new int[SIDE * SIDE - AGENTS];
    private final int[] order = new int[AGENTS];

    Schelling(long seed) {
        chance = Chance.of(seed, 0);
        var cells = new int[SIDE * SIDE];
        shuffle(cells, 0, SEAT);
        System.arraycopy(cells, 0, cellOf, 0, AGENTS);
        System.arraycopy(cells, AGENTS, empty, 0, empty.length);
        Arrays.fill(agentAt, EMPTY);
        for (int agent = 0; agent < AGENTS; agent++) {
            agentAt[cellOf[agent]] = agent;
            paint(cellOf[agent], mark(agent));
        }
    }

    private void shuffle(int[] out, int step, Purpose purpose) {
        for (int last = 0; last < out.length; last++) {
            int other = (int) (chance.uniform(last, step, purpose) * (last + 1));
            out[last] = out[other];
            out[other] = last;
        }
    }

    /** Activates every agent once; returns how many moved. */
    int step(int step) {
        shuffle(order, step, ORDER);
        int moved = 0;
        for (int agent : order) {
            if (alike(agent) < HAPPY) {
                move(agent, step);
                moved++;
            }
        }
        return moved;
    }

    /** Kind 0 is counted in the lower half of a byte, kind 1 in the upper. */
    int alike(int agent) {
        int corner = cellOf[agent] / SIDE * WIDE + cellOf[agent] % SIDE;
        long columns = 0;
        for (int row = 0; row <= 2 * RADIUS; row++) {
            columns += (long) EIGHT_CELLS.get(kindAt, corner + row * WIDE);
        }
        long alike = (columns >>> (4 * kind(agent))) & FIVE_NIBBLES;
        return (int) (((alike * ADD_UP) >>> 32) & 0xFF) - 1; // itself
    }

    private static byte mark(int agent) {
        return (byte) (1 << (4 * kind(agent)));
    }

    /** Writes a cell, and its copies in the margin. */
    private void paint(int cell, byte mark) {
        int column = cell % SIDE + RADIUS;
        int row = cell / SIDE + RADIUS;
        int otherColumn = opposite(column);
        int otherRow = opposite(row);
        kindAt[row * WIDE + column] = mark;
        kindAt[row * WIDE + otherColumn] = mark;
        kindAt[otherRow * WIDE + column] = mark;
        kindAt[otherRow * WIDE + otherColumn] = mark;
    }

    /** Where a place near one edge shows again beyond the other; otherwise itself. */
    private static int opposite(int at) {
        return at < 2 * RADIUS ? at + SIDE : at >= SIDE ? at - SIDE : at;
    }

    private static int kind(int agent) {
        return agent & 1;
    }

    private void move(int agent, int step) {
        int slot = (int) (chance.uniform(agent, step, MOVE) * empty.length);
        int target = empty[slot];
        empty[slot] = cellOf[agent];
        agentAt[cellOf[agent]] = EMPTY;
        paint(cellOf[agent], (byte) 0);
        agentAt[target] = agent;
        paint(target, mark(agent));
        cellOf[agent] = target;
    }

    /** Like neighbours of an agent, counted cell by cell. */
    int alikePlainly(int agent) {
        int alike = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                int column = Math.floorMod(cellOf[agent] % SIDE + dx, SIDE);
                int row = Math.floorMod(cellOf[agent] / SIDE + dy, SIDE);
                int other = agentAt[row * SIDE + column];
                alike += other != EMPTY && other != agent && kind(other) == kind(agent) ? 1 : 0;
            }
        }
        return alike;
    }

    /** Agents with eight or more of their like around them. */
    int happy() {
        int happy = 0;
        for (int agent = 0; agent < AGENTS; agent++) {
            happy += alike(agent) >= HAPPY ? 1 : 0;
        }
        return happy;
    }

    /** Whether every agent sits where the town says, and nowhere else. */
    boolean isSound() {
        int seated = 0;
        for (int agent : agentAt) {
            seated += agent == EMPTY ? 0 : 1;
        }
        for (int agent = 0; agent < AGENTS; agent++) {
            if (agentAt[cellOf[agent]] != agent) {
                return false;
            }
        }
        return seated == AGENTS;
    }

    int[] cells() {
        return cellOf.clone();
    }
}
