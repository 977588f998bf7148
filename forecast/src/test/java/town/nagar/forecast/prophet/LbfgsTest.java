package town.nagar.forecast.prophet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class LbfgsTest {
    private static Lbfgs.Objective objective(
            int dimensions, ToDoubleBiFunction<double[], double[]> value) {
        return new Lbfgs.Objective() {
            @Override
            public int dimensions() {
                return dimensions;
            }

            @Override
            public double valueAt(double[] point, double[] gradient) {
                return value.applyAsDouble(point, gradient);
            }
        };
    }

    /** Rosenbrock, The Computer Journal 3 (1960): least, 0, at (1, 1). */
    @Test
    void rosenbrocksValleyIsFollowedToItsEnd() {
        var valley =
                objective(
                        2,
                        (p, g) -> {
                            double bend = p[1] - p[0] * p[0];
                            g[0] = -400 * p[0] * bend - 2 * (1 - p[0]);
                            g[1] = 200 * bend;
                            return 100 * bend * bend + (1 - p[0]) * (1 - p[0]);
                        });
        double[] least = Lbfgs.minimise(valley, new double[] {-1.2, 1});
        assertThat(least[0]).isCloseTo(1, within(1e-5));
        assertThat(least[1]).isCloseTo(1, within(1e-5));
    }

    @Test
    void aKinkIsFoundWhereTheLeastIs() {
        var kinked =
                objective(
                        3,
                        (p, g) -> {
                            double sum = 0;
                            for (int i = 0; i < 3; i++) {
                                g[i] = Math.signum(p[i]) * 3 + (p[i] - i);
                                sum += Math.abs(p[i]) * 3 + (p[i] - i) * (p[i] - i) / 2;
                            }
                            return sum;
                        });
        double[] least = Lbfgs.minimise(kinked, new double[] {4, -2, 7});
        assertThat(Arrays.stream(least).map(Math::abs).max().orElseThrow()).isLessThan(1e-4);
    }

    @Test
    void aStartThatIsNoNumberIsRefused() {
        var nowhere = objective(1, (_, _) -> Double.NaN);
        assertThatThrownBy(() -> Lbfgs.minimise(nowhere, new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
