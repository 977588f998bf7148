package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.policy.AirChange;
import town.nagar.engine.town.policy.BusService;
import town.nagar.engine.town.policy.Outlook;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.policy.SupplyChange;
import town.nagar.engine.town.policy.WaterChange;
import town.nagar.engine.town.policy.WorksLimit;

/** Policies act in the direction they must, on the same chance. */
class T02_PoliciesTest {
    private static final double[] USUAL = {};

    private static double[] of(Policy policy) {
        Scene scene =
                Scenes.of(SmallTown.PLAN, Policy.none(), policy, SmallTown.SETTINGS).getLast();
        return run(new TownRun(scene, TownWatch.NONE));
    }

    private static double[] run(TownRun run) {
        var out = new double[Measure.count()];
        run.run(Chance.of(11, 0), USUAL, out);
        return out;
    }

    private static double get(double[] out, Measure measure) {
        return out[measure.ordinal()];
    }

    @Test
    void aRuleByPlateTakesItsVehiclesAwayAndFillsTheBuses() {
        double[] without = run(SmallTown.without(TownWatch.NONE));
        double[] with = run(SmallTown.with(TownWatch.NONE));
        for (Measure less : List.of(Measure.CAR_TRIPS, Measure.TWO_WHEELER_TRIPS)) {
            assertThat(get(with, less)).isLessThan(0.75 * get(without, less));
        }
        for (Measure more : List.of(Measure.BUS_TRIPS, Measure.WALK_TRIPS, Measure.AUTO_TRIPS)) {
            assertThat(get(with, more)).isGreaterThan(get(without, more));
        }
        assertThat(get(with, Measure.EXHAUST)).isLessThan(get(without, Measure.EXHAUST));
    }

    @Test
    void theRestOfPoliciesChangeTheirOwn() {
        double[] without = run(SmallTown.without(TownWatch.NONE));
        Policy none = Policy.none();
        double[] cleanAir =
                of(
                        none.withAir(
                                new AirChange(
                                        List.of(new WorksLimit(Set.of(), HourSet.ALL, 0)), 0, 1)));
        assertThat(get(cleanAir, Measure.OTHER_SOURCES))
                .isLessThan(0.7 * get(without, Measure.OTHER_SOURCES));
        assertThat(get(cleanAir, Measure.PM25)).isLessThan(get(without, Measure.PM25));
        assertThat(get(cleanAir, Measure.CAR_TRIPS)).isEqualTo(get(without, Measure.CAR_TRIPS));

        double[] freeBus = of(none.withBus(new BusService(0, 3, 1)));
        assertThat(get(freeBus, Measure.BUS_TRIPS)).isGreaterThan(get(without, Measure.BUS_TRIPS));
        assertThat(get(freeBus, Measure.BUS_KM)).isGreaterThan(2 * get(without, Measure.BUS_KM));

        double[] dry =
                of(
                        none.withWater(
                                new WaterChange(
                                        List.of(new SupplyChange(Set.of(), HourSet.of(6, 7), 0.3)),
                                        1,
                                        0.4,
                                        1)));
        assertThat(get(dry, Measure.WATER_USED)).isLessThan(0.8 * get(without, Measure.WATER_USED));
        assertThat(get(dry, Measure.WATER_SHORTAGE_DAYS))
                .isGreaterThan(get(without, Measure.WATER_SHORTAGE_DAYS));

        double[] repaired = of(none.withWater(new WaterChange(List.of(), 0, 1, 1)));
        assertThat(get(repaired, Measure.WATER_LOST)).isLessThan(0.001);
        assertThat(get(without, Measure.WATER_LOST)).isPositive();

        double[] growth = of(none.withOutlook(new Outlook(1.07, 1.3, 0, 1, 1, 1)));
        assertThat(get(growth, Measure.TRAVEL_HOURS))
                .isGreaterThan(get(without, Measure.TRAVEL_HOURS));
        assertThat(get(growth, Measure.OTHER_SOURCES))
                .isGreaterThan(get(without, Measure.OTHER_SOURCES));
    }
}
