package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import town.nagar.engine.air.AgedAir;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.policy.Policy;

/** What must hold after every hour of every run. */
class T01_BalancesTest {
    private static final double[] USUAL = {};

    /** Checks an hour; sees every hour of a run. */
    private static final class Balances implements TownWatch {
        private final double[] odometers = new double[1];
        private int hours;
        private int trips;
        private double emitted;

        @Override
        public void trip(int hour, int citizen, int from, int to, int mode, double minutes) {
            trips++;
            assertThat(minutes).isPositive().isFinite();
        }

        @Override
        public void hourEnded(int hour, TownRun run) {
            hours++;
            agents(run);
            roads(hour, run);
            air(run);
            water(run);
            markets(hour, run);
        }

        private static void agents(TownRun run) {
            int people = 0;
            for (int there : run.citizens.crowd) {
                assertThat(there).isNotNegative();
                people += there;
            }
            assertThat(people).isEqualTo(run.scene.agents.citizens);
        }

        /** Trips made are trips loaded: PCU km on the roads are those of the trips' routes. */
        private void roads(int hour, TownRun run) {
            double expected = run.streets.expectedPcuKm(hour % 24);
            assertThat(run.streets.pcuKm).isCloseTo(expected, within(1e-9 * (1 + expected)));
            double made = 0;
            for (double one : run.citizens.journeys.trips) {
                made += one;
            }
            assertThat(made).isEqualTo(trips);
            odometers[0] = 0;
            for (int vehicle = 0; vehicle < run.scene.agents.vehicles; vehicle++) {
                odometers[0] += run.citizens.journeys.vehicleKm(vehicle);
            }
            double driven = 0;
            for (int mode = 3; mode < run.citizens.journeys.kmByMode.length; mode++) {
                driven += run.citizens.journeys.kmByMode[mode];
            }
            assertThat(odometers[0]).isCloseTo(driven, within(1e-9 * (1 + driven)));
        }

        /**
         * What sources let go in the hour is what roads, hearths, fires and works say; what they
         * let go so far is over the town, has left or has settled.
         */
        private void air(TownRun run) {
            double let = 0;
            for (double source : run.sky.gramsPerSecond) {
                assertThat(source).isNotNegative();
                let += source * 3600;
            }
            double told = run.streets.exhaustGrams + run.streets.dustGrams + run.sky.hourGrams();
            assertThat(let).isCloseTo(told, within(1e-9 * told));
            AgedAir before = run.sky.before;
            double kept = before.lowGrams() + before.aloftGrams();
            double gone = before.leftGrams() + before.settledGrams();
            assertThat(kept + gone)
                    .isCloseTo(before.emittedGrams(), within(1e-9 * before.emittedGrams()));
            emitted += let;
            assertThat(before.emittedGrams()).isCloseTo(emitted, within(1e-9 * emitted));
            for (double there : run.sky.pm25) {
                assertThat(there).isPositive().isLessThan(10_000);
            }
        }

        /** What was put in was delivered or leaked; what was delivered was used or is stored. */
        private static void water(TownRun run) {
            Pipes pipes = run.pipes;
            double put = pipes.putM3();
            assertThat(pipes.deliveredM3() + pipes.leakedM3())
                    .isCloseTo(put, within(1e-9 * (1 + put)));
            assertThat(pipes.capacityM3() + pipes.deliveredM3() - pipes.usedM3())
                    .isCloseTo(pipes.storedM3(), within(1e-9 * (1 + put)));
            assertThat(pipes.usedM3()).isLessThanOrEqualTo(pipes.neededM3() * (1 + 1e-12));
        }

        private static void markets(int hour, TownRun run) {
            if (hour % 24 != 23) {
                return;
            }
            assertThat(run.fields.yards.priceGap()).isLessThanOrEqualTo(0.05);
            for (int good = 0; good < run.scene.fields.goods; good++) {
                for (int yard = 0; yard < run.scene.fields.mandis; yard++) {
                    assertThat(run.fields.yards.unclearedQuintals(good, yard))
                            .isCloseTo(0, within(1e-6));
                }
            }
        }
    }

    @Test
    void everyHourBalances() {
        for (int number = 0; number < 3; number++) {
            var balances = new Balances();
            var run = SmallTown.without(balances);
            run.run(Chance.of(3, number), USUAL, new double[Measure.count()]);
            assertThat(balances.hours).isEqualTo(48);
            assertThat(balances.trips).isPositive();
        }
    }

    @Test
    void everyHourBalancesUnderARule() {
        var balances = new Balances();
        SmallTown.with(balances).run(Chance.of(3, 9), USUAL, new double[Measure.count()]);
        assertThat(balances.hours).isEqualTo(48);
    }

    @Test
    void grainIsHeldSoldOrSpoilt() {
        int days = 60; // from March, when rabi crops ripen
        StudySettings spring = StudySettings.of(LocalDate.of(2026, 3, 1), days, 11, 2, 1);
        Scene scene = Scenes.of(SmallTown.PLAN, Policy.none(), Policy.none(), spring).getFirst();
        var run = new TownRun(scene, TownWatch.NONE);
        run.begin(Chance.of(3, 0), USUAL);
        double before = run.fields.heldQuintals();
        double sold = 0;
        for (int hour = 0; hour < 24 * days; hour++) {
            run.step(hour);
            sold += hour % 24 == 23 ? run.fields.soldToday() : 0;
        }
        assertThat(sold).isPositive();
        assertThat(run.fields.heldQuintals() + sold + run.fields.spoiltQuintals())
                .isCloseTo(before + run.fields.grownQuintals(), within(1e-9 * before));
    }

    @Test
    void aSolvedNetworkPutsInWhatItLetsOut() {
        assertThat(SmallTown.SCENES.getFirst().water.worstImbalance).isLessThan(1e-6);
    }

    /** The slow way: add up what each citizen breathed in every hour where he was. */
    @Test
    void exposureIsTheSumOfWhatWasBreathedWhereOneWas() {
        var slow = new double[SmallTown.PLAN.population().citizens()];
        var watch =
                new TownWatch() {
                    @Override
                    public void hourEnded(int hour, TownRun run) {
                        for (int citizen = 0; citizen < slow.length; citizen++) {
                            slow[citizen] += run.sky.pm25[run.citizens.zone(citizen)];
                        }
                    }
                };
        var run = SmallTown.without(watch);
        run.run(Chance.of(5, 1), USUAL, new double[Measure.count()]);
        for (int citizen = 0; citizen < slow.length; citizen++) {
            assertThat(exposure(citizen, run))
                    .isCloseTo(slow[citizen], within(1e-9 * slow[citizen]));
        }
    }

    private static double exposure(int citizen, TownRun run) {
        return run.citizens.breath.exposure(citizen, run.citizens.zone(citizen), run.sky);
    }
}
