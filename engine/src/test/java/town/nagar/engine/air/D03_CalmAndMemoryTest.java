package town.nagar.engine.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;

/** Puffs, the grid's mass, and the background's days. */
final class D03_CalmAndMemoryTest {
    private static double train(Air air, double seconds, double x) {
        int count = (int) (1.5 * x / air.windMetresPerSecond() / seconds);
        var puffs = new Puffs(count);
        for (int n = 0; n < count; n++) {
            double travelled = (n + 0.5) * seconds * air.windMetresPerSecond();
            puffs.release(travelled, 0, 20, seconds, travelled);
        }
        return puffs.gramsPerM3(air, x, 0, 0);
    }

    @Test
    void aTrainOfPuffsTendsToThePlume() {
        Air air = Air.of(2, Stability.E, SigmaCurves.BRIGGS_RURAL);
        double plume = Plume.gramsPerM3(air, 1, 20, 2000, 0, 0);
        double finest = train(air, 0.5, 2000);
        assertThat(finest).isCloseTo(plume, withinPercentage(1));
        assertThat(Math.abs(train(air, 200, 2000) - finest)).isGreaterThan(0.05 * finest);
        assertThat(train(air, 1, 2000)).isCloseTo(finest, withinPercentage(1e-6));
    }

    @Test
    void aPuffHoldsWhatWasLetGo() {
        Air air = new Air(0.5, Stability.D, SigmaCurves.BRIGGS_URBAN, 400);
        var puffs = new Puffs(1);
        puffs.release(0, 0, 10, 5, 0);
        puffs.drift(0.3, 0.4, 100);
        double sum = 0;
        for (double x = -200; x < 200; x += 4) {
            for (double y = -200; y < 200; y += 4) {
                for (double z = 1; z < 400; z += 2) {
                    sum += puffs.gramsPerM3(air, x + 30, y + 40, z) * 4 * 4 * 2;
                }
            }
        }
        assertThat(sum).isCloseTo(5, withinPercentage(1e-3));
    }

    @Test
    void theOldestPuffMakesRoomAndIsCountedAsLost() {
        var puffs = new Puffs(2);
        for (int n = 1; n <= 3; n++) {
            puffs.release(0, 0, 0, n, 10);
        }
        assertThat(puffs.count()).isEqualTo(2);
        assertThat(puffs.lostGrams()).isEqualTo(1);
    }

    @Seeds(20)
    void whatIsInTheGridIsWhatWasEmittedLessWhatLeft(long seed) {
        var random = new Random(seed);
        var grid = new AirGrid(17, 11, 250, 600);
        var emission = new double[17 * 11];
        for (int hour = 0; hour < 24; hour++) {
            Arrays.setAll(emission, cell -> random.nextDouble());
            grid.advance(3 * random.nextGaussian(), 3 * random.nextGaussian(), 20, emission, 3600);
        }
        double balance = grid.emittedGrams() - grid.outflowGrams();
        assertThat(grid.massGrams()).isCloseTo(balance, within(1e-12 * grid.emittedGrams()));
        for (int cell = 0; cell < 17 * 11; cell++) {
            assertThat(grid.gramsPerM3(cell % 17, cell / 17)).isNotNegative();
        }
    }

    @Test
    void inStillAirNothingLeavesTheGrid() {
        var grid = new AirGrid(3, 3, 100, 100);
        var emission = new double[9];
        emission[4] = 1;
        grid.advance(0, 0, 10, emission, 1000);
        assertThat(grid.outflowGrams()).isZero();
        assertThat(grid.massGrams()).isCloseTo(1000, within(1e-9));
        assertThat(grid.gramsPerM3(0, 1)).isEqualTo(grid.gramsPerM3(2, 1));
        assertThat(grid.gramsPerM3(1, 1)).isGreaterThan(grid.gramsPerM3(0, 0));
    }

    @Test
    void theBackgroundKeepsItsMeanItsSpreadAndItsMemory() {
        var background = new Background(60, 0.4, 0.7);
        int places = 40_000;
        var departure = new double[places];
        var shock = new double[places];
        var day = new double[places];
        var random = new Random(5);
        double product = 0;
        for (int n = 0; n < 30; n++) {
            double[] before = departure.clone();
            Arrays.setAll(shock, place -> random.nextGaussian());
            background.nextDay(departure, shock, day);
            product = 0;
            for (int place = 0; place < places; place++) {
                product += before[place] * departure[place] / places;
            }
        }
        assertThat(product).isCloseTo(0.7, within(0.02));
        assertThat(Arrays.stream(day).average().orElseThrow())
                .isCloseTo(background.meanMicrogramsPerM3(), withinPercentage(1));
        assertThat(Arrays.stream(day).min().orElseThrow()).isPositive();
    }

    @Test
    void valuesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Background(60, 0.4, 1))
                .hasMessageContaining("day memory is 1.0");
        assertThatThrownBy(() -> new Air(0, Stability.A, SigmaCurves.BRIGGS_RURAL, 100))
                .hasMessageContaining("wind, m/s is 0.0; allowed are numbers above 0");
        assertThatThrownBy(() -> Stability.of(Double.NaN, 0, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new AirGrid(0, 1, 1, 1)).hasMessageContaining("columns is 0");
    }
}
