package town.nagar.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineTwinTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSolutionSolvesTheEquations(long seed) {
        var random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(12);
        double[][] root = new double[size][size];
        double[] b = new double[size];
        for (int i = 0; i < size; i++) {
            b[i] = random.nextGaussian();
            for (int j = 0; j < size; j++) {
                root[i][j] = random.nextGaussian();
            }
        }
        double[][] a = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i][i] += 0.1;
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    a[i][j] += root[i][k] * root[j][k];
                }
            }
        }
        double[][] factor = new double[size][];
        for (int i = 0; i < size; i++) {
            factor[i] = a[i].clone();
        }
        double[] x = Cholesky.solve(factor, b);
        for (int i = 0; i < size; i++) {
            double left = 0;
            for (int j = 0; j < size; j++) {
                left += a[i][j] * x[j];
            }
            assertThat(left).isCloseTo(b[i], within(1e-7));
        }
    }
}
