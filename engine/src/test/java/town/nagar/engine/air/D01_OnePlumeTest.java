package town.nagar.engine.air;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;

/** One stack in a steady wind. */
final class D01_OnePlumeTest {
    /** Fundamentals of Air Pollution, 3rd ed., section 19-III.D, to more digits than it prints. */
    @Test
    void theTextbooksStackGivesTheTextbooksConcentrations() {
        Air air = Air.of(2, Stability.B, SigmaCurves.PASQUILL_GIFFORD);
        double[][] book = {
            {260, 45.87, 26.19, 1.5269e-5},
            {280, 49.05, 28.17, 1.5551e-5},
            {300, 52.20, 30.14, 1.5516e-5}
        };
        for (double[] row : book) {
            assertThat(air.sigmaYMetres(row[0], 0)).isCloseTo(row[1], withinPercentage(0.1));
            assertThat(air.sigmaZMetres(row[0], 0)).isCloseTo(row[2], withinPercentage(0.1));
            assertThat(Plume.gramsPerM3(air, 0.37, 40, row[0], 0, 0))
                    .isCloseTo(row[3], withinPercentage(0.1));
        }
    }

    /** Gifford 1976, worked out by hand from the formulas. */
    @Test
    void briggsUrbanCurvesGiveTheirConcentrations() {
        Air air = Air.of(3, Stability.D, SigmaCurves.BRIGGS_URBAN);
        double[][] given = {
            {100, 1.713814e-3}, {500, 2.12371e-4}, {1000, 6.306022e-5}, {3000, 1.07372e-5}
        };
        for (double[] row : given) {
            assertThat(Plume.gramsPerM3(air, 10, 20, row[0], 0, 0))
                    .isCloseTo(row[1], withinPercentage(0.001));
        }
    }

    /** The slow twin: the library's, which makes garbage. */
    @Seeds(100)
    void theCircleIsTheLibrarys(long seed) {
        double radians = 40 * new Random(seed).nextDouble() - 20;
        assertThat(Circle.sine(radians)).isCloseTo(StrictMath.sin(radians), within(1e-14));
        assertThat(Circle.cosine(radians)).isCloseTo(StrictMath.cos(radians), within(1e-14));
        assertThat(Circle.tangent(radians / 40))
                .isCloseTo(StrictMath.tan(radians / 40), within(1e-15));
    }

    @Test
    void upwindThereIsNothing() {
        Air air = Air.of(3, Stability.D, SigmaCurves.BRIGGS_URBAN);
        assertThat(Plume.gramsPerM3(air, 10, 20, 0, 0, 0)).isZero();
        assertThat(Plume.gramsPerM3(air, 10, 20, -100, 0, 0)).isZero();
    }

    /** Simpson's rule over the whole cross-section, for every family, class, lid and distance. */
    @Test
    void whateverIsEmittedPassesEveryCrossSection() {
        for (SigmaCurves curves : SigmaCurves.values()) {
            for (Stability stability : Stability.values()) {
                for (double lid : new double[] {300, 1000, Double.POSITIVE_INFINITY}) {
                    Air air = new Air(2.5, stability, curves, lid);
                    for (double x : new double[] {50, 400, 1000, 5000}) {
                        assertThat(fluxOfOneGram(air, x))
                                .as("%s at %s m", air, x)
                                .isCloseTo(1, within(1e-6));
                    }
                }
            }
        }
    }

    private static double fluxOfOneGram(Air air, double x) {
        double wide = 8 * air.sigmaYMetres(x, 0);
        double high = Math.min(air.mixingMetres(), 40 + 8 * air.sigmaZMetres(x, 0));
        double sum = 0;
        for (int j = 0; j <= 400; j++) {
            for (int k = 0; k <= 100; k++) {
                double y = -wide + 2 * wide * k / 100;
                sum +=
                        simpson(j, 400)
                                * simpson(k, 100)
                                * Plume.gramsPerM3(air, 1, 40, x, y, high * j / 400);
            }
        }
        return air.windMetresPerSecond() * sum * (2 * wide / 100) * (high / 400);
    }

    private static double simpson(int n, int last) {
        if (n == 0 || n == last) {
            return 1.0 / 3;
        }
        return n % 2 == 1 ? 4.0 / 3 : 2.0 / 3;
    }

    /** The slow twin: 4,000 images of the source, however many matter. */
    @Seeds(200)
    void theLayerIsTheSumOfAllImages(long seed) {
        var random = new Random(seed);
        double lid = 100 + 2000 * random.nextDouble();
        double source = lid * random.nextDouble();
        double at = lid * random.nextDouble();
        double sigma = lid * Math.exp(4 * random.nextDouble() - 3);
        double sum = 0;
        for (int image = -2000; image <= 2000; image++) {
            double shift = 2 * image * lid;
            sum += Math.exp(-0.5 * Math.pow((at - source - shift) / sigma, 2));
            sum += Math.exp(-0.5 * Math.pow((at + source - shift) / sigma, 2));
        }
        double slow = sum / (Math.sqrt(2 * Math.PI) * sigma);
        assertThat(Layer.densityPerMetre(source, at, sigma, lid))
                .isCloseTo(slow, within(1e-12 / lid + 1e-12 * slow));
    }

    @Seeds(200)
    void concentrationsAreLinearInEmissionAndNeverNegative(long seed) {
        var random = new Random(seed);
        Air air =
                new Air(
                        1 + 9 * random.nextDouble(),
                        Stability.values()[random.nextInt(6)],
                        SigmaCurves.values()[random.nextInt(3)],
                        200 + 2000 * random.nextDouble());
        double x = 10_000 * random.nextDouble();
        double y = 500 * random.nextGaussian();
        double z = 200 * random.nextDouble();
        double one = Plume.gramsPerM3(air, 1.5, 30, x, y, z);
        assertThat(one).isNotNegative().isFinite();
        assertThat(Plume.gramsPerM3(air, 3, 30, x, y, z)).isEqualTo(2 * one);
    }

    @Test
    void brightAndStillIsUnstableAndClearNightsAreStable() {
        assertThat(Stability.of(1, 950, 0)).isEqualTo(Stability.A);
        assertThat(Stability.of(2.5, 700, 0)).isEqualTo(Stability.B);
        assertThat(Stability.of(4, 300, 0)).isEqualTo(Stability.C);
        assertThat(Stability.of(7, 300, 0)).isEqualTo(Stability.D);
        assertThat(Stability.of(1, 0, 0.1)).isEqualTo(Stability.F);
        assertThat(Stability.of(3, 0, 0.1)).isEqualTo(Stability.E);
        assertThat(Stability.of(2.5, 0, 0.8)).isEqualTo(Stability.E);
        assertThat(Stability.of(1, 0, 1)).isEqualTo(Stability.D);
        assertThat(Stability.of(8, 0, 0)).isEqualTo(Stability.D);
    }
}
