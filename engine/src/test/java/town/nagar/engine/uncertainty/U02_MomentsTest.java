package town.nagar.engine.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** Means and variances in one pass, and joined from parts. */
final class U02_MomentsTest {
    private static final Purpose VALUE = new Purpose(1, "value");

    /**
     * NIST Statistical Reference Datasets, univariate summary statistics, NumAcc4: mean 10000000.2
     * and standard deviation 0.1, both exact.
     */
    @Test
    void numAcc4KeepsItsDeviationBesideALargeMean() {
        var moments = new Moments();
        moments.add(10000000.2);
        for (int pair = 0; pair < 500; pair++) {
            moments.add(10000000.1);
            moments.add(10000000.3);
        }
        assertThat(moments.mean()).isCloseTo(10000000.2, within(1e-7));
        assertThat(moments.standardDeviation()).isCloseTo(0.1, within(1e-8));
    }

    @Seeds(20)
    void joinedPartsGiveTheMomentsOfTheWhole(long seed) {
        double[] values = values(seed, 5000);
        var twoPasses = twoPasses(values);
        var moments = Moments.of(values, values.length);
        assertThat(moments.count()).isEqualTo(5000);
        assertThat(moments.mean()).isCloseTo(twoPasses[0], within(1e-12));
        assertThat(moments.variance()).isCloseTo(twoPasses[1], within(1e-10));
    }

    private static double[] values(long seed, int count) {
        var values = new double[count];
        Chance.of(seed, 0).uniforms(0, VALUE, values);
        for (int index = 0; index < count; index++) {
            values[index] = 100 + 7 * values[index];
        }
        return values;
    }

    /** Mean and variance, written plainly. */
    private static double[] twoPasses(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new double[] {mean, squares / (values.length - 1)};
    }

    @Test
    void nothingHasNoSpread() {
        assertThat(new Moments().variance()).isZero();
        var one = new Moments();
        one.add(3);
        one.join(new Moments());
        assertThat(one.mean()).isEqualTo(3);
        assertThat(one.variance()).isZero();
    }
}
