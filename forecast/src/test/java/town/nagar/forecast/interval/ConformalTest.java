package town.nagar.forecast.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConformalTest {
    @Test
    void theHalfWidthIsTheRankOfThePastErrorsEachInUnitsOfTheOthers() {
        var conformal = new Conformal(1, new int[] {0}, 0.8);
        for (int error = 1; error <= 9; error++) {
            conformal.learn(0, 0, error, 1);
        }
        // ceil((9 + 1) 0.8) = 8th smallest: 8 by the mean of the other eight, times the mean of all
        double half = 8 / (37 / 8.0) * 5;
        assertThat(conformal.half(0, 0, 0, 1)).isCloseTo(half, within(1e-9));
        assertThat(conformal.half(0, 0, 0, 2)).isCloseTo(2 * half, within(1e-9));
    }

    @Test
    void fewErrorsOfEachOfManySeriesHoldTheirShare() {
        var random = new SplittableRandom(9);
        int series = 400;
        var conformal = new Conformal(series, new int[] {0}, 0.8, 0.95);
        double[] spread = new double[series];
        for (int one = 0; one < series; one++) {
            spread[one] = StrictMath.exp(random.nextGaussian());
            for (int past = 0; past < 6; past++) {
                conformal.learn(one, 0, spread[one] * random.nextGaussian(), 1);
            }
        }
        int[] held = new int[2];
        for (int one = 0; one < series; one++) {
            for (int level = 0; level < 2; level++) {
                double half = conformal.half(level, one, 0, 1);
                for (int next = 0; next < 50; next++) {
                    held[level] += Math.abs(spread[one] * random.nextGaussian()) <= half ? 1 : 0;
                }
            }
        }
        assertThat(held[0] / 20_000.0).isBetween(0.78, 0.83);
        assertThat(held[1] / 20_000.0).isBetween(0.935, 0.97);
    }

    @Test
    void nothingLearntHasNoWidth() {
        assertThat(new Conformal(1, new int[] {0}, 0.8).half(0, 0, 0, 1)).isNaN();
    }

    @Test
    void aMissWidensAndAHitNarrows() {
        var conformal = new Conformal(1, new int[] {0}, 0.8);
        for (int error = 1; error <= 99; error++) {
            conformal.learn(0, 0, error, 1);
        }
        double before = conformal.half(0, 0, 0, 1);
        for (int miss = 0; miss < 5; miss++) {
            conformal.judge(0, 0, true);
        }
        assertThat(conformal.half(0, 0, 0, 1)).isGreaterThan(before);
        assertThat(conformal.splitHalf(0, 0, 0, 1)).isEqualTo(before);
        for (int hit = 0; hit < 50; hit++) {
            conformal.judge(0, 0, false);
        }
        assertThat(conformal.half(0, 0, 0, 1)).isLessThan(before);
    }

    @Test
    void eachStepAheadAdaptsToItsOwnMisses() {
        var conformal = new Conformal(1, new int[] {0, 0}, 0.8);
        for (int error = 1; error <= 99; error++) {
            conformal.learn(0, 0, error, 1);
            conformal.learn(0, 1, error, 1);
        }
        double before = conformal.half(0, 0, 1, 1);
        for (int miss = 0; miss < 5; miss++) {
            conformal.judge(0, 0, true);
        }
        assertThat(conformal.half(0, 0, 0, 1)).isGreaterThan(before);
        assertThat(conformal.half(0, 0, 1, 1)).isEqualTo(before);
    }

    @Test
    void onlyTheLatestErrorsCount() {
        var conformal = new Conformal(1, 10, new int[] {0}, 0.8);
        for (int i = 0; i < 30; i++) {
            conformal.learn(0, 0, i < 20 ? 1000 : 1, 1);
        }
        assertThat(conformal.half(0, 0, 0, 1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void intervalsHoldTheirShareOfErrorsThatGrow() {
        var random = new SplittableRandom(7);
        var conformal = new Conformal(2, new int[] {0, 0, 1}, 0.8, 0.95);
        int[] held = new int[2];
        int count = 0;
        for (int time = 0; time < 1200; time++) {
            for (int one = 0; one < 2; one++) {
                for (int step = 0; step < 3; step++) {
                    double spread = (1 + one) * (1 + step) * (1 + time / 1200.0);
                    double error = random.nextGaussian() * spread;
                    for (int level = 0; level < 2 && time >= 200; level++) {
                        boolean in = Math.abs(error) <= conformal.half(level, one, step, 1);
                        held[level] += in ? 1 : 0;
                        conformal.judge(level, step, !in);
                    }
                    count += time >= 200 ? 1 : 0;
                    conformal.learn(one, step, error, 1);
                }
            }
        }
        assertThat(held[0] / (double) count).isBetween(0.78, 0.82);
        assertThat(held[1] / (double) count).isBetween(0.935, 0.965);
    }
}
