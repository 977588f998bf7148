package town.nagar.engine.town;

import java.util.Arrays;

/** Wages of citizens, and how content each is with travel, air, water and prices, day by day. */
final class Wellbeing {
    private static final double WORKDAY_MINUTES = 540;
    private static final double FIRST_SATISFACTION = 0.7;
    private static final double SATISFACTION_RATE = 0.1;
    private static final double HARMFUL_MICROGRAMS = 60;
    private static final double UNBEARABLE_MINUTES = 60;

    private static final int WAGES = 0;
    private static final int WAGES_IF_FREE = 1;
    private static final int CONTENT = 2;

    private final Agents agents;
    private final double[] satisfaction;
    private final double[] sums = new double[3];

    Wellbeing(Agents agents) {
        this.agents = agents;
        satisfaction = new double[agents.citizens];
    }

    void reset() {
        Arrays.fill(satisfaction, FIRST_SATISFACTION);
        Arrays.fill(sums, 0);
    }

    /**
     * Ends the day.
     *
     * @param mode of each citizen today
     * @param heat share of work that is done in the day's heat, 0 to 1
     * @param prices food over its usual price
     */
    void dusk(byte[] mode, Journeys journeys, double heat, double prices, Sky sky, Pipes pipes) {
        double dear = Math.min(1, 1 / prices);
        double sum = 0;
        for (int zone = 0, citizen = 0; zone < agents.zones; zone++) {
            double air = HARMFUL_MICROGRAMS / Math.max(HARMFUL_MICROGRAMS, sky.dayMean(zone));
            double common = 0.25 * air + 0.25 * pipes.met(zone) + 0.2 * dear;
            for (; citizen < agents.citizens && agents.home[citizen] == zone; citizen++) {
                double lost = journeys.lostMinutes(citizen);
                double verdict = common + 0.3 * (1 - Math.clamp(lost / UNBEARABLE_MINUTES, 0, 1));
                satisfaction[citizen] += SATISFACTION_RATE * (verdict - satisfaction[citizen]);
                sum += satisfaction[citizen];
                if (mode[citizen] != Citizenry.STAYS) {
                    work(citizen, heat, lost);
                    journeys.forgetLost(citizen);
                }
            }
        }
        sums[CONTENT] += sum / agents.citizens;
    }

    private void work(int citizen, double heat, double lost) {
        double wage = agents.incomePaisePerDay[citizen];
        sums[WAGES] += wage * (heat * Math.max(0, 1 - lost / WORKDAY_MINUTES));
        sums[WAGES_IF_FREE] += wage;
    }

    double satisfaction(int citizen) {
        return satisfaction[citizen];
    }

    /** Mean satisfaction, summed over the days so far. */
    double contentDays() {
        return sums[CONTENT];
    }

    /** Earned so far. */
    double wagesPaise() {
        return sums[WAGES];
    }

    /** What would have been earned without heat and jams. */
    double wagesIfFreePaise() {
        return sums[WAGES_IF_FREE];
    }

    double[][] state() {
        return new double[][] {satisfaction, sums};
    }
}
