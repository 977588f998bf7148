package town.nagar.engine.town;

import java.util.Arrays;
import town.nagar.engine.people.Obedience;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.Population;

/** Which of the citizens that a rule binds obey it, day by day, and what came of it. */
final class Conduct {
    private static final byte[] NO_RULE = {};
    private static final int RESTRICTED = 0;
    private static final int HEEDED = 1;

    private final Scene scene;
    private final byte[] obeys;
    private final byte[] obeyed;
    private final double[] share = new double[1];
    private final double[] sums = new double[2];

    Conduct(Scene scene) {
        this.scene = scene;
        obeys = new byte[scene.hasRule ? scene.agents.citizens : 0];
        obeyed = new byte[obeys.length];
    }

    void reset() {
        Arrays.fill(obeys, (byte) 1);
        Arrays.fill(share, 1);
        Arrays.fill(sums, 0);
    }

    /** Modes that the rule shuts to each citizen on a day; of no length if it does not hold. */
    byte[] ruled(int day) {
        return scene.ruleHolds(day) ? scene.ruled[scene.dayOfMonth[day] % 2] : NO_RULE;
    }

    /** Lets those a rule binds today decide whether to obey, seeing what neighbours did before. */
    void decide(int day, Chance chance, Inputs inputs) {
        byte[] ruled = ruled(day);
        System.arraycopy(obeys, 0, obeyed, 0, obeys.length);
        Population.Conduct habit = scene.plan.population().conduct();
        double inclination = habit.obedience() + inputs.obedience + scene.deterrence;
        double influence = habit.neighbourInfluence();
        int bound = 0;
        int obeying = 0;
        for (int citizen = 0; citizen < ruled.length; citizen++) {
            if (ruled[citizen] != 0) {
                double likely = Obedience.probability(inclination, influence, shareAround(citizen));
                boolean heeds = chance.uniform(citizen, day, Draws.OBEY) < likely;
                obeys[citizen] = (byte) (heeds ? 1 : 0);
                bound++;
                obeying += heeds ? 1 : 0;
            }
        }
        share[0] = bound > 0 ? (double) obeying / bound : 1;
    }

    /** Share of the ruled among the neighbours who obeyed; the town's if none is ruled. */
    private double shareAround(int citizen) {
        int bound = 0;
        int heeding = 0;
        for (int place = 0; place < scene.neighbours.degree(citizen); place++) {
            int other = scene.neighbours.neighbour(citizen, place);
            if ((scene.ruled[0][other] | scene.ruled[1][other]) != 0) {
                bound++;
                heeding += obeyed[other];
            }
        }
        return bound > 0 ? (double) heeding / bound : share[0];
    }

    /** Modes that a citizen leaves alone today for the rule's sake. */
    int shut(int citizen, byte[] ruled) {
        return obeys[citizen] == 1 ? ruled[citizen] : 0;
    }

    /**
     * Counts a trip that the rule keeps off today, and whether it was not made.
     *
     * @param wished the mode that would be taken without the rule, on the same chance
     */
    void watch(int wished, int taken, int shut) {
        if ((shut >>> wished & 1) == 1) {
            sums[RESTRICTED]++;
            sums[HEEDED] += (shut >>> taken & 1) == 1 ? 0 : 1;
        }
    }

    /** Trips out so far that a rule keeps off on their day. */
    double restrictedTrips() {
        return sums[RESTRICTED];
    }

    /** Those of them that were not made so. */
    double heededTrips() {
        return sums[HEEDED];
    }

    /** Share of the bound who obey today; 1 if nobody is. */
    double obeyingShare() {
        return share[0];
    }

    byte[] obeys() {
        return obeys;
    }

    double[][] state() {
        return new double[][] {share, sums};
    }
}
