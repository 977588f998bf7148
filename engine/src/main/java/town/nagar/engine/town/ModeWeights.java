package town.nagar.engine.town;

import town.nagar.engine.people.Mode;

/** What each mode weighs for each citizen in a run, and the draw among them. */
final class ModeWeights {
    private final Agents agents;
    private final TypicalTraffic typical;
    private final float[] weight;
    private final double[] scratch = new double[Mode.COUNT];

    ModeWeights(Scene scene) {
        agents = scene.agents;
        typical = scene.traffic;
        weight = new float[agents.citizens * Mode.COUNT];
    }

    /** Works the weights out anew. */
    void prepare(Inputs inputs) {
        for (int citizen = 0; citizen < agents.citizens; citizen++) {
            if (agents.leaveHour[citizen] != Agents.NONE) {
                int pair = typical.pair(agents.home[citizen], agents.work[citizen]);
                double road = typical.minutes[agents.leaveHour[citizen]][pair];
                typical.choice.weigh(citizen, typical.km[pair], road, inputs.timeValue, scratch);
                for (int way = 0; way < Mode.COUNT; way++) {
                    weight[citizen * Mode.COUNT + way] = (float) scratch[way];
                }
            }
        }
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
