package town.nagar.norms.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfUpTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void everyTieAndItsNeighboursRoundAsDecimalsDo(int stepsPerUnit) {
        for (long step = 0; step < 200_000; step++) {
            double tie = (2 * step + 1) / (2.0 * stepsPerUnit);
            assertSameAsDecimals(tie, stepsPerUnit);
            assertSameAsDecimals(Math.nextUp(tie), stepsPerUnit);
            assertSameAsDecimals(Math.nextDown(tie), stepsPerUnit);
        }
    }

    @ParameterizedTest(name = "seed {1}, {0} steps a unit")
    @CsvSource({"1, 1", "10, 2", "100, 3"})
    void randomNumbersRoundAsDecimalsDo(int stepsPerUnit, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50_000; i++) {
            double magnitude = StrictMath.pow(10, random.nextDouble(-4, 12));
            assertSameAsDecimals(magnitude, stepsPerUnit);
            assertSameAsDecimals(random.nextInt(10_000_000) / 1000.0, stepsPerUnit);
        }
    }

    private static void assertSameAsDecimals(double value, int stepsPerUnit) {
        int decimals = Integer.toString(stepsPerUnit).length() - 1;
        long expected =
                BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .movePointRight(2)
                        .longValueExact();
        assertThat(HalfUp.hundredths(value, stepsPerUnit)).as("%s", value).isEqualTo(expected);
    }
}
