package town.nagar.engine.town;

import town.nagar.engine.people.Exponential;
import town.nagar.engine.people.Mode;

/** What each mode weighs for each citizen in a run, and the draw among them. */
final class ModeWeights {
    /** Keeps the weight that is 1 on a typical day above 0. */
    private static final double MOST_ADDED = 40;

    private final Agents agents;
    private final TypicalTraffic typical;
    private final float[] weight;

    /** Weights on a typical day. */
    private final float[] usual;

    /** Minutes on the roads of a citizen's way out on a typical day. */
    private final float[] roadMinutes;

    /** Utility of a minute on the roads by each mode in this run. */
    private final double[] perRoadMinute = new double[Mode.COUNT];

    private final double[] scratch = new double[Mode.COUNT];

    ModeWeights(Scene scene) {
        agents = scene.agents;
        typical = scene.traffic;
        weight = new float[agents.citizens * Mode.COUNT];
        usual = new float[weight.length];
        roadMinutes = new float[agents.citizens];
    }

    /** Works the weights out anew, for citizens who expect a typical day. */
    void prepare(Inputs inputs) {
        Travel travel = typical.travel;
        for (int way = 0; way < Mode.COUNT; way++) {
            perRoadMinute[way] = travel.perMinute * inputs.timeValue * travel.roadTimeFactor(way);
        }
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            if (agents.leaveHour[citizen] != Agents.NONE) {
                int pair = typical.pair(agents.home[citizen], agents.work[citizen]);
                double road = typical.minutes[agents.leaveHour[citizen]][pair];
                typical.choice.weigh(citizen, typical.km[pair], road, inputs.timeValue, scratch);
                roadMinutes[citizen] = (float) (agents.ownWay[citizen] * road);
                for (int way = 0; way < Mode.COUNT; way++) {
                    usual[citizen * Mode.COUNT + way] = (float) scratch[way];
                }
            }
        }
        System.arraycopy(usual, 0, weight, 0, usual.length);
    }

    /**
     * Lets a citizen expect other roads than those of a typical day.
     *
     * @param slowness expected minutes on the roads by this mode over a typical day's
     */
    void expect(int citizen, int way, float slowness) {
        double added = perRoadMinute[way] * roadMinutes[citizen] * (slowness - 1);
        int slot = citizen * Mode.COUNT + way;
        double bounded = Math.clamp(added, -MOST_ADDED, MOST_ADDED);
        weight[slot] = (float) (usual[slot] * Exponential.of(bounded));
    }

    /**
     * The mode a citizen takes: each is as likely as its weight.
     *
     * @param shut set of {@link Mode#bit}s that are not open
     * @param today what the day multiplies each mode's weight by
     * @param u 0 to below 1
     */
    int choose(int citizen, int shut, float[] today, double u) {
        int base = citizen * Mode.COUNT;
        double w0 = (shut & 1) != 0 ? 0 : weight[base] * today[0];
        double w1 = (shut & 2) != 0 ? 0 : weight[base + 1] * today[1];
        double w2 = (shut & 4) != 0 ? 0 : weight[base + 2] * today[2];
        double w3 = (shut & 8) != 0 ? 0 : weight[base + 3] * today[3];
        double w4 = (shut & 16) != 0 ? 0 : weight[base + 4] * today[4];
        double w5 = (shut & 32) != 0 ? 0 : weight[base + 5] * today[5];
        double s1 = w0 + w1;
        double s2 = s1 + w2;
        double s3 = s2 + w3;
        double s4 = s3 + w4;
        double place = u * (s4 + w5);
        if (place < s2) {
            return place < w0 ? 0 : place < s1 ? 1 : 2;
        }
        return place < s3 ? 3 : place < s4 || w5 == 0 ? 4 : 5;
    }
}
