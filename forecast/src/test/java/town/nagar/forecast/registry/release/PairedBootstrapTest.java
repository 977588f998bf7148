package town.nagar.forecast.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.registry.release.WalkForward.Against;

class PairedBootstrapTest {
    private static final int ORIGINS = 400;

    /** Errors that do not resemble their neighbours. */
    private static double[] noise(long seed, double mean) {
        Random random = new Random(seed);
        double[] values = new double[ORIGINS];
        Arrays.setAll(values, _ -> mean + random.nextGaussian());
        return values;
    }

    @Test
    void independentErrorsGiveTheIntervalOfTheMean() {
        double[] ours = new double[ORIGINS];
        Arrays.fill(ours, 10);
        Against against = PairedBootstrap.compare("last", ours, noise(7, 10.5), 1);
        double half = 1.96 / Math.sqrt(ORIGINS);
        double mean = Arrays.stream(noise(7, 10.5)).average().orElseThrow() - 10;
        assertThat(against.error()).isCloseTo(mean + 10, within(1e-9));
        assertThat(against.gainLow()).isCloseTo(mean - half, within(0.2 * half));
        assertThat(against.gainHigh()).isCloseTo(mean + half, within(0.2 * half));
    }

    @Test
    void errorsThatResembleTheirNeighboursMakeItWider() {
        double[] ours = new double[ORIGINS];
        double[] smooth = noise(7, 0.5);
        for (int i = 1; i < ORIGINS; i++) {
            smooth[i] = 0.9 * smooth[i - 1] + Math.sqrt(1 - 0.81) * smooth[i];
        }
        double[] shifted = Arrays.stream(smooth).map(value -> value + 20).toArray();
        double[] alone = noise(7, 20);
        Arrays.fill(ours, 0);
        Against dependent = PairedBootstrap.compare("last", ours, shifted, 1);
        Against independent = PairedBootstrap.compare("last", ours, alone, 1);
        assertThat(dependent.gainHigh() - dependent.gainLow())
                .isGreaterThan(1.5 * (independent.gainHigh() - independent.gainLow()));
    }

    @Test
    void whoErrsTheSameGainsNothing() {
        double[] errors = noise(3, 12);
        Against against = PairedBootstrap.compare("last", errors, errors.clone(), 1);
        assertThat(against.gainLow()).isZero();
        assertThat(against.gainHigh()).isZero();
    }

    @Test
    void theSeedDecides() {
        double[] ours = noise(1, 10);
        double[] theirs = noise(2, 10);
        assertThat(PairedBootstrap.compare("last", ours, theirs, 5))
                .isEqualTo(PairedBootstrap.compare("last", ours, theirs, 5))
                .isNotEqualTo(PairedBootstrap.compare("last", ours, theirs, 6));
    }

    @Test
    void errorsThatCannotBeComparedAreRefused() {
        assertThatThrownBy(() -> PairedBootstrap.compare("last", new double[2], new double[3], 1))
                .hasMessageContaining("2 and 3 origins");
        assertThatThrownBy(() ->
                        PairedBootstrap.compare(
                                "last", new double[] {Double.NaN}, new double[] {1}, 1))
                .hasMessageContaining("not finite");
    }
}
