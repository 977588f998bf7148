package town.nagar.engine.uncertainty.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.uncertainty.Distribution;
import town.nagar.engine.uncertainty.Factor;

/** Screening: many inputs for few runs. */
final class U11_MorrisTest {
    private static List<MorrisEffect> effects(TestFunction function, int trajectories, long seed) {
        var design = MorrisDesign.of(function.factors(), trajectories, 4, seed);
        return MorrisEffect.of(design, design.outputs(() -> function, 1));
    }

    @Test
    void aStraightLineHasItsSlopesForEffectsAndNoSpread() {
        var effects = effects(new TestFunction.Linear(5, List.of(3.0, -2.0, 0.0)), 10, 1);
        assertThat(effects).extracting(MorrisEffect::factor).containsExactly("x1", "x2", "x3");
        assertThat(effects.get(0).mu()).isCloseTo(3, within(1e-12));
        assertThat(effects.get(1).mu()).isCloseTo(-2, within(1e-12));
        assertThat(effects.get(1).muStar()).isCloseTo(2, within(1e-12));
        assertThat(effects.get(2).muStar()).isZero();
        assertThat(effects).allMatch(effect -> effect.sigma() < 1e-12);
    }

    /**
     * On the four levels -pi, -pi/3, pi/3, pi the steps of Ishigami's function are +-pi 4/3 long:
     * sin^2 x2 goes from 0 to 3/4, so every effect of x2 is +-7 x 3/4 over 2/3.
     */
    @Test
    void ishigamiOnFourLevelsHasTheEffectsCountedByHand() {
        var effects = effects(new TestFunction.Ishigami(7, 0.1), 500, 2);
        assertThat(effects.get(1).muStar()).isCloseTo(7 * 0.75 * 1.5, within(1e-9));
        assertThat(effects.get(1).mu()).isCloseTo(0, within(1.0));
        assertThat(effects.get(2).mu()).isCloseTo(0, within(1.0));
        assertThat(effects.get(2).sigma()).isGreaterThan(effects.get(2).muStar());
    }

    @Seeds(20)
    void everyStepMovesOneFactorByTwoThirds(long seed) {
        var design = MorrisDesign.of(new TestFunction.Ishigami(7, 0.1).factors(), 6, 4, seed);
        assertThat(design.rows()).isEqualTo(24);
        for (int trajectory = 0; trajectory < 6; trajectory++) {
            var movedOnce = new boolean[3];
            for (int step = 0; step < 3; step++) {
                int row = trajectory * 4 + step;
                for (int factor = 0; factor < 3; factor++) {
                    double moved =
                            Math.abs(design.unit(row + 1, factor) - design.unit(row, factor));
                    boolean its = design.moved(trajectory, step) == factor;
                    assertThat(moved).isCloseTo(its ? 2.0 / 3 : 0, within(1e-12));
                    movedOnce[factor] |= its;
                }
            }
            assertThat(movedOnce).containsOnly(true);
        }
    }

    @Test
    void screeningFindsTheFewThatMatter() {
        var a = List.of(0.0, 99.0, 99.0, 0.5, 99.0, 99.0, 99.0, 99.0);
        var effects = effects(new TestFunction.Product(a), 20, 1);
        double third = effects.get(3).muStar();
        assertThat(effects.get(0).muStar()).isGreaterThan(third);
        assertThat(third).isGreaterThan(10 * effects.get(1).muStar());
    }

    @Test
    void aFactorWithoutBoundsIsHeldToItsMiddle() {
        var normal = List.of(new Factor("n", new Distribution.Normal(0, 1)));
        var design = MorrisDesign.of(normal, 50, 4, 1);
        var out = new double[1];
        for (int row = 0; row < design.rows(); row++) {
            design.inputs(row, out);
            assertThat(Math.abs(out[0])).isLessThan(2.58);
        }
    }

    @Test
    void whatIsNoDesignIsRefused() {
        var factors = new TestFunction.Ishigami(7, 0.1).factors();
        assertThatThrownBy(() -> MorrisDesign.of(factors, 1, 4, 1))
                .hasMessage("trajectories = 1; allowed are 2 to 1000");
        assertThatThrownBy(() -> MorrisDesign.of(factors, 2, 5, 1)).hasMessageContaining("even");
        assertThatThrownBy(() -> MorrisDesign.of(List.of(), 2, 4, 1))
                .hasMessageContaining("factors = 0");
        var design = MorrisDesign.of(factors, 2, 4, 1);
        assertThatThrownBy(() -> MorrisEffect.of(design, new double[3]))
                .hasMessage("3 outputs for 8 rows of the design");
    }
}
