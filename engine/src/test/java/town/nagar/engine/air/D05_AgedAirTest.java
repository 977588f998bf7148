package town.nagar.engine.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.course.Steps;

/** What yesterday's and the last hour's emission still is in the air. */
class D05_AgedAirTest {
    private static final double CELL = 4_000;
    private static final double GRAMS_PER_SECOND = 10;

    private final double[] one = new double[1];

    private void pass(AgedAir air, double wind, Stability stability, double height, double grams) {
        air.hour(0, wind, stability, height, 0, new double[] {grams}, one);
    }

    @Seeds(20)
    void whatWasLetGoIsOverTheTownHasLeftOrHasSettled(long seed) {
        var random = new Random(seed);
        var air = new AgedAir(4, 3, CELL);
        var emission = new double[12];
        var found = new double[12];
        for (int hour = 0; hour < 72; hour++) {
            Arrays.setAll(emission, _ -> random.nextDouble());
            air.hour(
                    360 * random.nextDouble(),
                    4 * random.nextDouble(),
                    Stability.values()[random.nextInt(6)],
                    50 + 2_000 * random.nextDouble(),
                    random.nextInt(4) == 0 ? 5 * random.nextDouble() : 0,
                    emission,
                    found);
            double accounted =
                    air.lowGrams() + air.aloftGrams() + air.leftGrams() + air.settledGrams();
            assertThat(accounted).isCloseTo(air.emittedGrams(), within(1e-12 * air.emittedGrams()));
            assertThat(Arrays.stream(found).min().orElseThrow()).isNotNegative();
        }
        assertThat(air.leftGrams()).isPositive();
        assertThat(air.settledGrams()).isPositive();
    }

    /** By hand: each still hour adds E T, and settling leaves exp(-T v / h) of the sum. */
    @Test
    void aStillNightAccumulatesAsABoxDoes() {
        var air = new AgedAir(1, 1, CELL);
        double volume = CELL * CELL * 100;
        double stays = Math.exp(-3_600 * 0.001 / 100);
        double grams = 0;
        for (int hour = 0; hour < 10; hour++) {
            pass(air, 0, Stability.F, 100, GRAMS_PER_SECOND);
            assertThat(one[0]).isCloseTo(grams / volume, within(1e-12));
            grams = (grams + 3_600 * GRAMS_PER_SECOND) * stays;
        }
        assertThat(air.lowGrams()).isCloseTo(grams, within(1e-6));
        assertThat(air.leftGrams()).isZero();
    }

    @Test
    void nothingIsOldInTheFirstHour() {
        pass(new AgedAir(1, 1, CELL), 1, Stability.D, 300, GRAMS_PER_SECOND);
        assertThat(one[0]).isZero();
    }

    @Test
    void windSweepsTheTown() {
        var still = new AgedAir(1, 1, CELL);
        var windy = new AgedAir(1, 1, CELL);
        for (int hour = 0; hour < 5; hour++) {
            pass(still, 0.3, Stability.D, 300, GRAMS_PER_SECOND);
            pass(windy, 6, Stability.D, 300, GRAMS_PER_SECOND);
        }
        assertThat(windy.lowGrams()).isLessThan(0.25 * still.lowGrams());
    }

    @Test
    void theEveningLeavesAirAloftAndTheMorningBringsItDown() {
        var air = new AgedAir(1, 1, CELL);
        pass(air, 0, Stability.A, 1_000, GRAMS_PER_SECOND);
        double all = air.lowGrams();
        pass(air, 0, Stability.F, 100, 0);
        double inTheEvening = one[0];
        assertThat(air.aloftGrams()).isCloseTo(0.9 * all, within(1e-9 * all));
        pass(air, 0, Stability.B, 550, 0);
        assertThat(air.aloftGrams()).isCloseTo(0.45 * all, within(1e-9 * all));
        pass(air, 0, Stability.A, 1_200, 0);
        assertThat(air.aloftGrams()).isZero();
        assertThat(one[0]).isLessThan(inTheEvening);
    }

    /** A layer that shrinks does not grow denser: its share stays above it. */
    @Test
    void aShrinkingLayerKeepsItsConcentration() {
        var air = new AgedAir(1, 1, CELL);
        pass(air, 0, Stability.A, 1_000, GRAMS_PER_SECOND);
        double before = air.lowGrams() / (CELL * CELL * 1_000);
        pass(air, 0, Stability.F, 100, 0);
        double settled = Math.exp(-3_600 * 0.001 / 100);
        assertThat(air.lowGrams() / (CELL * CELL * 100)).isCloseTo(before * settled, within(1e-12));
    }

    /** The formula at 2 mm/h: 8.4e-5 x 2^0.79 = 1.4524e-4 a second. */
    @Test
    void rainWashesTheAir() {
        var dry = new AgedAir(1, 1, CELL);
        var wet = new AgedAir(1, 1, CELL);
        pass(dry, 0, Stability.D, 500, GRAMS_PER_SECOND);
        wet.hour(0, 0, Stability.D, 500, 2, new double[] {GRAMS_PER_SECOND}, one);
        assertThat(wet.lowGrams() / dry.lowGrams())
                .isCloseTo(Math.exp(-1.4524e-4 * 3_600), within(1e-4));
    }

    @Test
    void anHourLeavesNoGarbage() {
        var air = new AgedAir(4, 4, CELL);
        var emission = new double[16];
        Arrays.fill(emission, 1);
        var found = new double[16];
        Runnable hour = () -> air.hour(77, 3, Stability.C, 700, 1, emission, found);
        assertThat(Steps.leastGarbage(hour)).isEqualTo(Steps.leastGarbage(() -> {}));
    }

    @Test
    void aLayerWithoutHeightIsRefused() {
        assertThatThrownBy(() -> pass(new AgedAir(1, 1, CELL), 1, Stability.D, 0, 1))
                .hasMessageContaining("mixing height, m is 0.0");
    }
}
