package town.nagar.simulation.results;

import town.nagar.engine.town.Measure;
import town.nagar.engine.town.TownResult;
import town.nagar.simulation.scenario.Scenario;

/**
 * What a scenario is worth in rupees, with ranges that the methods leave open.
 *
 * <p>Time: the prior of Rs 50 to 200 a person and hour, Rs 100 within it, which is also what the
 * simulated citizens trade time by; Mumbai: Rs 132 to 179 (IIT Bombay 2018). Health: output lost to
 * air pollution in India in 2019, US$ 36.8 bn or 1.36 % of GDP (Pandey et al., Lancet Planetary
 * Health 2021), over 1.366 bn people at Rs 70.4 a dollar: Rs 1,897 a head and year; the welfare
 * method of the OECD gives 8.4 % of GDP, 6.2 times as much, which bounds the range. It is taken in
 * proportion to the PM2.5 that people breathe.
 */
record Worth(double costRupees, Estimated timeRupees, Estimated healthRupees) {
    private static final double RUPEES_AN_HOUR = 100;
    private static final double LEAST_RUPEES_AN_HOUR = 50;
    private static final double MOST_RUPEES_AN_HOUR = 200;

    private static final double OUTPUT_LOST_RUPEES_A_HEAD_YEAR = 36.8 / 1.366 * 70.4;
    private static final double WELFARE_OVER_OUTPUT = 8.4 / 1.36;
    private static final double DAYS_A_YEAR = 365;

    /**
     * @param costRupees NaN if nobody said
     */
    static Worth of(Scenario scenario, TownResult study, double residents, double costRupees) {
        Estimated hours =
                Estimated.difference(study.get(Measure.TRAVEL_HOURS)).times(-scenario.days());
        Estimated cleaner = Estimated.reductionPercent(study.get(Measure.EXPOSURE)).times(0.01);
        double headYears = residents * scenario.days() / DAYS_A_YEAR;
        return new Worth(
                costRupees,
                hours.times(RUPEES_AN_HOUR, LEAST_RUPEES_AN_HOUR, MOST_RUPEES_AN_HOUR),
                cleaner.times(headYears)
                        .times(
                                OUTPUT_LOST_RUPEES_A_HEAD_YEAR,
                                OUTPUT_LOST_RUPEES_A_HEAD_YEAR,
                                OUTPUT_LOST_RUPEES_A_HEAD_YEAR * WELFARE_OVER_OUTPUT));
    }

    /** Time and health less cost; unknown where the cost is. */
    Estimated netRupees() {
        return timeRupees.plus(healthRupees).minus(costRupees);
    }

    /** Net benefit per rupee of cost; unknown where the cost is, or is 0. */
    double netPerRupee() {
        return costRupees > 0 ? netRupees().value() / costRupees : Double.NaN;
    }
}
