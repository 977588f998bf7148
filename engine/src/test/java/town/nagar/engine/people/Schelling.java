package town.nagar.engine.people;

import java.util.Arrays;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/**
 * Schelling's town, sequentially: in each step all agents, in a fresh random order, count their
 * like within two cells on a torus and, with fewer than eight, move at once to a random empty cell.
 *
 * <p>Declaration: an agent is an index with a kind and a place of its own, not an object; whoever
 * acts sees the moves made before it in the same step; chance is counter-based.
 */
final class Schelling {
    static final int SIDE = 100;
    static final int AGENTS = 8000;
    private static final int RADIUS = 2;
    private static final int HAPPY = 8;
    private static final int EMPTY = -1;
    private static final Purpose SEAT = new Purpose(1, "seat at first");
    private static final Purpose ORDER = new Purpose(2, "order of a step");
    private static final Purpose MOVE = new Purpose(3, "empty cell to move to");

    private final Chance chance;
    private final int[] cellOf = new int[AGENTS];
    private final int[] agentAt = new int[SIDE * SIDE];
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

    private int alike(int agent) {
        int column = cellOf[agent] % SIDE;
        int row = cellOf[agent] / SIDE;
        int alike = 0;
        for (int dy = -RADIUS; dy <= RADIUS; dy++) {
            int line = wrapped(row + dy) * SIDE;
            for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                int other = agentAt[line + wrapped(column + dx)];
                alike += other != EMPTY && kind(other) == kind(agent) ? 1 : 0;
            }
        }
        return alike - 1; // itself
    }

    private static int wrapped(int at) {
        return at < 0 ? at + SIDE : at >= SIDE ? at - SIDE : at;
    }

    private static int kind(int agent) {
        return agent & 1;
    }

    private void move(int agent, int step) {
        int slot = (int) (chance.uniform(agent, step, MOVE) * empty.length);
        int target = empty[slot];
        empty[slot] = cellOf[agent];
        agentAt[cellOf[agent]] = EMPTY;
        agentAt[target] = agent;
        cellOf[agent] = target;
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
