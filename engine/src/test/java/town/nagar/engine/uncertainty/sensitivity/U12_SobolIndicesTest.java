package town.nagar.engine.uncertainty.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.engine.course.Seeds;

/** Shares of the variance against closed forms. */
final class U12_SobolIndicesTest {
    private static final TestFunction ISHIGAMI = new TestFunction.Ishigami(7, 0.1);

    /** Closed forms with a = 7, b = 0.1: Ishigami, Homma 1990; variance 13.844587940719254. */
    private static final double[] FIRST = {0.31390519114781146, 0.4424111447900409, 0};

    private static final double[] TOTAL = {
        0.5575888552099592, 0.4424111447900409, 0.2436836640621477
    };

    private static List<SobolIndex> indices(SaltelliDesign design, TestFunction function) {
        return SobolIndices.of(design, design.outputs(() -> function, 1), 0.95, 1, 1);
    }

    private static double worstFirst(List<SobolIndex> indices, double[] truth) {
        double worst = 0;
        for (int factor = 0; factor < truth.length; factor++) {
            worst = Math.max(worst, Math.abs(indices.get(factor).first() - truth[factor]));
        }
        return worst;
    }

    private static double worstTotal(List<SobolIndex> indices, double[] truth) {
        double worst = 0;
        for (int factor = 0; factor < truth.length; factor++) {
            worst = Math.max(worst, Math.abs(indices.get(factor).total() - truth[factor]));
        }
        return worst;
    }

    /** The mean over 30 seeds of the largest error, against errors that are known to be reached. */
    @ParameterizedTest(name = "N = {0}")
    @CsvSource({"256, 0.053, 0.060", "1024, 0.0084, 0.0051", "4096, 0.0027, 0.0014"})
    void ishigamiIsMetAsCloselyAsKnown(int samples, double first, double total) {
        double firstError = 0;
        double totalError = 0;
        for (long seed = 1; seed <= 30; seed++) {
            var design = SaltelliDesign.sobol(ISHIGAMI.factors(), samples, seed);
            var indices = indices(design, ISHIGAMI);
            firstError += worstFirst(indices, FIRST) / 30;
            totalError += worstTotal(indices, TOTAL) / 30;
        }
        assertThat(firstError).isLessThanOrEqualTo(first);
        assertThat(totalError).isLessThanOrEqualTo(total);
    }

    @Test
    void chanceIsFurtherOffWithFourTimesAsManyRuns() {
        double chance = 0;
        double sobol = 0;
        for (long seed = 1; seed <= 10; seed++) {
            var by = SaltelliDesign.byChance(ISHIGAMI.factors(), 4096, seed);
            var even = SaltelliDesign.sobol(ISHIGAMI.factors(), 1024, seed);
            chance += worstFirst(indices(by, ISHIGAMI), FIRST);
            sobol += worstFirst(indices(even, ISHIGAMI), FIRST);
        }
        assertThat(sobol).isLessThan(chance);
    }

    /** Variances of the factors: 1/3 over (1 + a)^2; Saltelli, Sobol' 1995. */
    @Seeds(10)
    void theProductFunctionIsMet(long seed) {
        double[] a = {0, 1, 4.5, 9};
        var product = new TestFunction.Product(List.of(0.0, 1.0, 4.5, 9.0));
        double all = 1;
        for (double own : a) {
            all *= 1 + 1 / (3 * (1 + own) * (1 + own));
        }
        var first = new double[4];
        var total = new double[4];
        for (int factor = 0; factor < 4; factor++) {
            double own = 1 / (3 * (1 + a[factor]) * (1 + a[factor]));
            first[factor] = own / (all - 1);
            total[factor] = own * all / (1 + own) / (all - 1);
        }
        var indices = indices(SaltelliDesign.sobol(product.factors(), 4096, seed), product);
        assertThat(worstFirst(indices, first)).isLessThan(0.01);
        assertThat(worstTotal(indices, total)).isLessThan(0.01);
    }

    /** The estimators as printed, on matrices written out. */
    @Seeds(20)
    void thePlainFormulasGiveTheSame(long seed) {
        int n = 64;
        var design = SaltelliDesign.byChance(ISHIGAMI.factors(), n, seed);
        double[] y = design.outputs(() -> ISHIGAMI, 1);
        double mean = Arrays.stream(y).average().orElseThrow();
        var indices = indices(design, ISHIGAMI);
        for (int k = 0; k < 3; k++) {
            double[] a = column(y, 0, mean);
            double[] b = column(y, 4, mean);
            double[] mixed = column(y, 1 + k, mean);
            double jansen = (product(a, a) + product(mixed, mixed)) / 2 - product(a, mixed);
            double total = jansen / ((product(a, a) + product(mixed, mixed)) / 2);
            double saltelli = product(b, mixed) - product(b, a);
            double variance = (product(b, b) + product(mixed, mixed)) / 2;
            double first = (saltelli + total * product(a, b)) / variance;
            assertThat(indices.get(k).first()).isCloseTo(first, within(1e-12));
            assertThat(indices.get(k).total()).isCloseTo(total, within(1e-12));
        }
    }

    private static double[] column(double[] y, int block, double mean) {
        return IntStream.range(0, y.length / 5).mapToDouble(i -> y[i * 5 + block] - mean).toArray();
    }

    /** The mean of products. */
    private static double product(double[] left, double[] right) {
        return IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum()
                / left.length;
    }

    @Test
    void aFactorWithoutEffectHasNoShareAtAll() {
        var line = new TestFunction.Linear(1, List.of(1.0, 0.0));
        var index = indices(SaltelliDesign.sobol(line.factors(), 16, 1), line).get(1);
        assertThat(index.first()).isZero();
        assertThat(index.total()).isZero();
    }

    @Test
    void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
        int held = 0;
        for (long seed = 1; seed <= 60; seed++) {
            var design = SaltelliDesign.byChance(ISHIGAMI.factors(), 512, seed);
            var indices =
                    SobolIndices.of(design, design.outputs(() -> ISHIGAMI, 1), 0.95, 200, seed);
            for (int factor = 0; factor < 3; factor++) {
                held += indices.get(factor).firstInterval().contains(FIRST[factor]) ? 1 : 0;
                held += indices.get(factor).totalInterval().contains(TOTAL[factor]) ? 1 : 0;
            }
        }
        assertThat(held).isBetween(320, 358);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 7})
    void anyThreadsGiveTheSameBits(int threads) {
        var design = SaltelliDesign.sobol(ISHIGAMI.factors(), 512, 4);
        assertThat(design.outputs(() -> ISHIGAMI, threads))
                .containsExactly(design.outputs(() -> ISHIGAMI, 1));
    }

    @Test
    void whatHasNoIndicesIsRefused() {
        var factors = ISHIGAMI.factors();
        assertThatThrownBy(() -> SaltelliDesign.sobol(factors, 1000, 1))
                .hasMessageContaining("powers of two");
        assertThatThrownBy(() -> SaltelliDesign.byChance(factors, 1, 1))
                .hasMessageContaining("samples = 1");
        var design = SaltelliDesign.sobol(factors, 16, 1);
        assertThatThrownBy(() -> SobolIndices.of(design, new double[80], 0.95, 10, 1))
                .hasMessageContaining("0.0 in every row");
        var broken = design.outputs(() -> ISHIGAMI, 1);
        broken[7] = Double.POSITIVE_INFINITY;
        assertThatThrownBy(() -> SobolIndices.of(design, broken, 0.95, 10, 1))
                .hasMessageContaining("row 8");
    }
}
