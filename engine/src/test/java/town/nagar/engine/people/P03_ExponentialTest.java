package town.nagar.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.random.Chance;
import town.nagar.engine.random.Purpose;

/** The quick exponential beside the exact one. */
class P03_ExponentialTest {
    private static final Purpose POWER = new Purpose(9_101, "a power");

    /** e = 2.718281828459045 and its powers, DLMF 4.2. */
    @Test
    void knownPowersOfE() {
        assertThat(Exponential.of(0)).isEqualTo(1);
        assertThat(Exponential.of(1)).isCloseTo(2.718281828459045, within(3e-8));
        assertThat(Exponential.of(-1)).isCloseTo(0.36787944117144233, within(4e-9));
        assertThat(Exponential.of(StrictMath.log(2))).isCloseTo(2, within(2e-8));
    }

    @Seeds(20)
    void slowTwin(long seed) {
        var chance = Chance.of(seed, 0);
        for (int draw = 0; draw < 1_000; draw++) {
            double most = draw % 2 == 0 ? 1 : Exponential.MOST;
            double x = most * (2 * chance.uniform(draw, 0, POWER) - 1);
            double exact = StrictMath.exp(x);
            assertThat(Exponential.of(x)).as("e^%s", x).isCloseTo(exact, within(1e-8 * exact));
        }
    }

    /** Where the rounding to a power of two changes, too, a larger x has a larger power. */
    @Test
    void itRises() {
        double before = 0;
        for (double x = -45; x < 45; x += 1.0 / 512) {
            double power = Exponential.of(x);
            assertThat(power).as("e^%s", x).isGreaterThan(before);
            before = power;
        }
    }
}
