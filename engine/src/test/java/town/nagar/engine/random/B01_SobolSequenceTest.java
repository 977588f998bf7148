package town.nagar.engine.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;

/** First points as published with the direction numbers, and evenness by counting. */
final class B01_SobolSequenceTest {
    /** The first points of the authors' own program {@code sobol.cc} in five dimensions. */
    private static final double[][] PUBLISHED = {
        {0, 0, 0, 0, 0},
        {0.5, 0.5, 0.5, 0.5, 0.5},
        {0.75, 0.25, 0.25, 0.25, 0.75},
        {0.25, 0.75, 0.75, 0.75, 0.25},
        {0.375, 0.375, 0.625, 0.875, 0.375},
        {0.875, 0.875, 0.125, 0.375, 0.875},
        {0.625, 0.125, 0.875, 0.625, 0.625},
        {0.125, 0.625, 0.375, 0.125, 0.125}
    };

    @Test
    void theFirstPointsAreThePublishedOnes() {
        var sobol = SobolSequence.plain(5);
        var point = new double[5];
        for (int number = 0; number < PUBLISHED.length; number++) {
            sobol.point(number, point);
            assertThat(point).containsExactly(PUBLISHED[number]);
        }
    }

    @Test
    void everyDimensionPutsOnePointIntoEachOfFourThousandSlices() {
        requireOnePointASlice(SobolSequence.plain(SobolSequence.MAX_DIMENSIONS), 0, 12);
    }

    @Seeds(20)
    void scramblingKeepsOnePointInEachSlice(long seed) {
        var sobol = SobolSequence.scrambled(SobolSequence.MAX_DIMENSIONS, seed);
        requireOnePointASlice(sobol, 0, 10);
        requireOnePointASlice(sobol, 5 << 10, 10);
    }

    private static void requireOnePointASlice(SobolSequence sobol, long first, int logOfSlices) {
        int slices = 1 << logOfSlices;
        for (int dimension = 0; dimension < sobol.dimensions(); dimension++) {
            var taken = new BitSet(slices);
            for (long point = first; point < first + slices; point++) {
                taken.set((int) (sobol.coordinate(point, dimension) * slices));
            }
            assertThat(taken.cardinality()).as("dimension %d", dimension).isEqualTo(slices);
        }
    }

    @Seeds(20)
    void theFirstTwoDimensionsAreANetAlsoWhenScrambled(long seed) {
        var sobol = SobolSequence.scrambled(2, seed);
        for (int bitsOfX = 0; bitsOfX <= 8; bitsOfX++) {
            var taken = new BitSet(256);
            for (long point = 0; point < 256; point++) {
                int column = (int) (sobol.coordinate(point, 0) * (1 << bitsOfX));
                int row = (int) (sobol.coordinate(point, 1) * (1 << (8 - bitsOfX)));
                taken.set((column << (8 - bitsOfX)) | row);
            }
            assertThat(taken.cardinality()).isEqualTo(256);
        }
    }

    @Test
    void oneScrambledPointIsUniformOverTheSeeds() {
        var counts = new int[16];
        for (long seed = 0; seed < 16_000; seed++) {
            counts[(int) (SobolSequence.scrambled(1, seed).coordinate(3, 0) * 16)]++;
        }
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 1000.0) * (count - 1000.0) / 1000.0;
        }
        // 15 degrees of freedom: above 55 once in half a million
        assertThat(chiSquare).isBetween(1.0, 55.0);
    }

    /** Ishigami's function, a = 7, b = 0.1: mean 3.5. */
    @Seeds(10)
    void aMeanComesOutTenTimesCloserThanByChance(long seed) {
        var sobol = SobolSequence.scrambled(3, seed);
        double sum = 0;
        for (long point = 0; point < 4096; point++) {
            sum +=
                    ishigami(
                            sobol.coordinate(point, 0),
                            sobol.coordinate(point, 1),
                            sobol.coordinate(point, 2));
        }
        double deviationByChance = Math.sqrt(13.844587940719254 / 4096);
        assertThat(sum / 4096).isCloseTo(3.5, within(deviationByChance / 10));
    }

    private static double ishigami(double u, double v, double w) {
        double x = Math.PI * (2 * u - 1);
        double y = Math.PI * (2 * v - 1);
        double z = Math.PI * (2 * w - 1);
        double wave = StrictMath.sin(y);
        return StrictMath.sin(x) * (1 + 0.1 * z * z * z * z) + 7 * wave * wave;
    }

    @Test
    void pointsTakenInAnyOrderByAnyThreadAreTheSame() {
        var sobol = SobolSequence.scrambled(7, 3);
        double[] ascending =
                LongStream.range(0, 5000).mapToDouble(p -> sobol.coordinate(p, 6)).toArray();
        double[] atOnce =
                LongStream.range(0, 5000)
                        .parallel()
                        .mapToDouble(p -> SobolSequence.scrambled(7, 3).coordinate(p, 6))
                        .toArray();
        assertThat(atOnce).containsExactly(ascending);
    }

    @Test
    void theLastPointOfAllLiesInsideTheCube() {
        var sobol = SobolSequence.scrambled(64, 8);
        for (int dimension = 0; dimension < 64; dimension++) {
            assertThat(sobol.coordinate(SobolSequence.POINTS - 1, dimension))
                    .isGreaterThan(0)
                    .isLessThan(1);
        }
    }

    @Test
    void whatTheSequenceDoesNotHoldIsRefused() {
        assertThatThrownBy(() -> SobolSequence.plain(65)).hasMessageContaining("1 to 64");
        assertThatThrownBy(() -> SobolSequence.scrambled(0, 1))
                .hasMessageContaining("0 dimensions");
        assertThatThrownBy(() -> SobolSequence.plain(2).point(0, new double[3]))
                .hasMessage("3 slots for 2 dimensions");
        assertThatThrownBy(() -> SobolSequence.plain(2).coordinate(1L << 32, 0))
                .hasMessageContaining("0 to 4294967295");
    }
}
