package town.nagar.engine.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.engine.course.Seeds;

/** The small fast parts against plain ones. */
final class KernelsTest {
    @Seeds(20)
    void powersAgreeWithTheStrictOnes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double x = StrictMath.exp(50 * random.nextDouble() - 25);
            double a = 4 * random.nextDouble() - 1;
            double expected = StrictMath.pow(x, a);
            assertThat(FractionalPower.power(x, a))
                    .as("%s ^ %s", x, a)
                    .isCloseTo(expected, within(1e-13 * expected));
        }
    }

    @Test
    void powersOfNothingAreNothing() {
        assertThat(FractionalPower.power(0, 0.852)).isZero();
        assertThat(FractionalPower.power(1, 0.852)).isEqualTo(1);
    }

    @Seeds(20)
    void aSparseSystemIsSolvedLikeADenseOne(long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(40);
        int edges = n + random.nextInt(2 * n);
        int[] first = random.ints(edges, 0, n).toArray();
        int[] second = random.ints(edges, 0, n).toArray();
        SparseCholesky sparse = new SparseCholesky(n, first, second);
        double[][] dense = new double[n][n];
        double[] expected = random.doubles(n, -5, 5).toArray();
        for (int round = 0; round < 3; round++) {
            fill(random, sparse, dense, first, second);
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    sum += dense[i][j] * expected[j];
                }
                sparse.rhs[sparse.placeOf(i)] = sum;
            }
            assertThat(sparse.solve()).isEqualTo(-1);
            for (int i = 0; i < n; i++) {
                assertThat(sparse.rhs[sparse.placeOf(i)]).isCloseTo(expected[i], within(1e-9));
            }
        }
    }

    private static void fill(
            Random random, SparseCholesky sparse, double[][] dense, int[] first, int[] second) {
        sparse.clear();
        for (double[] row : dense) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < dense.length; i++) {
            dense[i][i] = 0.1;
            sparse.diagonal[sparse.placeOf(i)] = 0.1;
        }
        for (int e = 0; e < first.length; e++) {
            int a = first[e];
            int b = second[e];
            if (a != b) {
                double weight = random.nextDouble();
                dense[a][b] -= weight;
                dense[b][a] -= weight;
                dense[a][a] += weight;
                dense[b][b] += weight;
                sparse.below[sparse.slotOf(a, b)] -= weight;
                sparse.diagonal[sparse.placeOf(a)] += weight;
                sparse.diagonal[sparse.placeOf(b)] += weight;
            }
        }
    }

    @Test
    void aTreeIsEliminatedWithoutNewEntries() {
        int[] parent = {0, 0, 0, 1, 1, 2, 2};
        int[] child = {1, 2, 3, 4, 5, 6, 7};
        assertThat(new SparseCholesky(8, parent, child).entries()).isEqualTo(7);
    }

    @Test
    void theUnknownThatSpoilsAMatrixIsNamed() {
        SparseCholesky sparse = new SparseCholesky(2, new int[] {0}, new int[] {1});
        sparse.clear();
        sparse.diagonal[sparse.placeOf(0)] = 1;
        sparse.diagonal[sparse.placeOf(1)] = -1;
        assertThat(sparse.solve()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00000000",
        "97.1407705, 97.1407705",
        "-2246.29726, -2246.29726",
        "0.0000175370630, 0.0000175370630",
        "9.31078375e-7, 9.31078375e-7",
        "1234567891, 1.23456789e+9",
        "999999999.6, 1.00000000e+9",
        "0.1, 0.100000000"
    })
    void numbersAreWrittenWithNineDigits(double value, String expected) {
        StringBuilder out = new StringBuilder();
        SignificantDigits.append(out, value);
        assertThat(out).hasToString(expected);
    }
}
