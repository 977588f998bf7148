package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.people.Mode;
import town.nagar.engine.people.NeighbourNetwork;

/**
 * How slow each citizen expects the roads of its own way out to be by each mode that uses them, as
 * minutes over those of a typical day on the same way at the same hour; and so what the modes weigh
 * for it.
 *
 * <p>A citizen learns of the mode it took from its own trip, T' = (1 - a) T + a T_seen with an a of
 * its own (Horowitz 1984; Cascetta 1989), and of another mode from one of the citizens it watches a
 * day, in turn: what that one met on its way, with a part of a. All hear what was seen on the day,
 * so the order of citizens changes nothing. The way out alone is learnt, because the choice of a
 * mode weighs the way out alone.
 */
final class Expectations {
    /** Part of the learning rate with which a citizen believes others; an assumption. */
    static final float HEARSAY = 0.25f;

    private static final int FIRST_MODE = Mode.BUS.ordinal();
    private static final int ROAD_MODES = Mode.COUNT - FIRST_MODE;
    private static final float USUAL = 1;

    private final Agents agents;
    private final NeighbourNetwork neighbours;
    private final ModeWeights weights;

    /** Expected, four a citizen. */
    private final float[] slowness;

    /** Met on the latest way out by roads. */
    private final float[] seen;

    /**
     * @param weights follow what is expected
     */
    Expectations(Scene scene, ModeWeights weights) {
        agents = scene.agents;
        neighbours = scene.neighbours;
        this.weights = weights;
        slowness = new float[agents.citizens * ROAD_MODES];
        seen = new float[agents.citizens];
    }

    /** Lets all expect a typical day; weights are left alone. */
    void reset() {
        Arrays.fill(slowness, USUAL);
        Arrays.fill(seen, USUAL);
    }

    /**
     * Lets a citizen learn from its way out.
     *
     * @param way the mode it took, one that uses the roads
     * @param minutes between its zones in this hour
     * @param usualMinutes the same on a typical day; 0 between zones that share a junction
     */
    void see(int citizen, int way, double minutes, double usualMinutes) {
        float met = usualMinutes > 0 ? (float) (minutes / usualMinutes) : USUAL;
        seen[citizen] = met;
        learn(citizen, way, met, agents.learningRate[citizen]);
    }

    /**
     * Lets each citizen hear of the day from one of those it watches.
     *
     * @param mode that each citizen took today
     */
    void hear(int day, byte[] mode) {
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            int watched = neighbours.degree(citizen);
            if (agents.leaveHour[citizen] != Agents.NONE && watched > 0) {
                int other = neighbours.neighbour(citizen, day % watched);
                int way = mode[other];
                if (way != mode[citizen] && concerns(citizen, way)) {
                    learn(citizen, way, seen[other], HEARSAY * agents.learningRate[citizen]);
                }
            }
        }
    }

    private boolean concerns(int citizen, int way) {
        return Streets.onRoads(way) && (agents.modes[citizen] >>> way & 1) == 1;
    }

    private void learn(int citizen, int way, float met, float rate) {
        int slot = slot(citizen, way);
        slowness[slot] += rate * (met - slowness[slot]);
        weights.expect(citizen, way, slowness[slot]);
    }

    /** Lets the weights follow all that is expected, after a state was put in. */
    void weigh() {
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            for (int way = FIRST_MODE; way < Mode.COUNT; way++) {
                weights.expect(citizen, way, slowness(citizen, way));
            }
        }
    }

    /**
     * How slow a citizen expects the roads to be.
     *
     * @param way a mode that uses them
     */
    float slowness(int citizen, int way) {
        return slowness[slot(citizen, way)];
    }

    private static int slot(int citizen, int way) {
        return citizen * ROAD_MODES + way - FIRST_MODE;
    }

    float[][] state() {
        return new float[][] {slowness, seen};
    }
}
