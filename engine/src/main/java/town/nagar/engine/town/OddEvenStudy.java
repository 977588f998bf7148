package town.nagar.engine.town;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import town.nagar.engine.people.Fuel;
import town.nagar.engine.people.VehicleClass;
import town.nagar.engine.town.TownResult.Estimate;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.PlateLimit;
import town.nagar.engine.town.policy.Policy;

/**
 * Odd-even as Delhi had it in January 2016: cars, 8 h to 20 h, not on Sundays, CNG and electric
 * cars exempt and those of women who drive alone.
 */
public final class OddEvenStudy {
    /** Share of the bound cars whose drivers are let off; an assumption. */
    private static final double LET_OFF_SHARE = 0.1;

    /** Log-odds that fines of Rs 2,000 and checks add; an assumption. */
    private static final double DETERRENCE = 1.5;

    private static final HourSet HOURS = HourSet.of(8, 20);
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
    private static final int DAYS = 15;

    private OddEvenStudy() {}

    /**
     * What the rule changed; policy less baseline, pair by pair.
     *
     * @param loadPercent change of all PM2.5 that the town's own sources let go
     * @param outsideSharePercent of the mean PM2.5 that no source of the town explains
     * @param carLoadSharePercent half of which is the most that a rule of parity can take off the
     *     load, if nothing else changes: cars' exhaust and dust in the load of the town's sources
     * @param obeyingPercent of the bound whom the model expects to obey unwatched by neighbours
     */
    public record Figures(
            TownResult result,
            Estimate carTrips,
            Estimate twoWheelerTrips,
            Estimate busTrips,
            Estimate rickshawTrips,
            Estimate carKm,
            Estimate congestion,
            Estimate pm25Day,
            Estimate pm25Night,
            double loadPercent,
            double outsideSharePercent,
            double carLoadSharePercent,
            double obeyingPercent) {}

    /** The rule. */
    public static Policy policy() {
        return Policy.none()
                .named("odd-even")
                .withPlates(
                        List.of(
                                new PlateLimit(
                                        Set.of(VehicleClass.CAR),
                                        Set.of(Fuel.CNG, Fuel.ELECTRIC),
                                        LET_OFF_SHARE,
                                        HOURS,
                                        false,
                                        Set.of(),
                                        DETERRENCE)));
    }

    /** The fortnight of 1 to 15 January 2016, so many times. */
    public static StudySettings settings(long seed, int runs, int threads) {
        return StudySettings.of(FIRST_DAY, DAYS, seed, runs, threads);
    }

    /** Runs the rule in a town. */
    public static Figures run(TownPlan plan, StudySettings settings, Progress progress) {
        TownResult result = TownStudy.run(plan, policy(), settings, progress);
        double before = load(result, true);
        double after = load(result, false);
        double odds = plan.population().conduct().obedience() + DETERRENCE;
        return new Figures(
                result,
                result.get(Measure.CAR_TRIPS),
                result.get(Measure.TWO_WHEELER_TRIPS),
                result.get(Measure.BUS_TRIPS),
                result.get(Measure.AUTO_TRIPS),
                result.get(Measure.CAR_KM),
                result.get(Measure.CONGESTION),
                result.get(Measure.PM25_DAY),
                result.get(Measure.PM25_NIGHT),
                100 * (after - before) / before,
                100
                        * result.get(Measure.OUTSIDE).baseline().mean()
                        / result.get(Measure.PM25).baseline().mean(),
                100 * result.get(Measure.CAR_LOAD).baseline().mean() / before,
                100 / (1 + StrictMath.exp(-odds)));
    }

    private static double load(TownResult result, boolean baseline) {
        double sum = 0;
        for (Measure measure : List.of(Measure.EXHAUST, Measure.ROAD_DUST, Measure.OTHER_SOURCES)) {
            Estimate estimate = result.get(measure);
            sum += baseline ? estimate.baseline().mean() : estimate.policy().mean();
        }
        return sum;
    }
}
