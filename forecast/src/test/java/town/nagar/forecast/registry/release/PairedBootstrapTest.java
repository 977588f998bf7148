package town.nagar.forecast.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        Against against = PairedBootstrap.compare("last", ours, noise(7, 10.5), 1, 1);
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
        Against dependent = PairedBootstrap.compare("last", ours, shifted, 1, 1);
        Against independent = PairedBootstrap.compare("last", ours, alone, 1, 1);
        assertThat(dependent.gainHigh() - dependent.gainLow())
                .isGreaterThan(1.5 * (independent.gainHigh() - independent.gainLow()));
    }

    @Test
    void whoErrsTheSameGainsNothing() {
        double[] errors = noise(3, 12);
        Against against = PairedBootstrap.compare("last", errors, errors.clone(), 1, 1);
        assertThat(against.gainLow()).isZero();
        assertThat(against.gainHigh()).isZero();
    }

    @Test
    void theSeedDecides() {
        double[] ours = noise(1, 10);
        double[] theirs = noise(2, 10);
        assertThat(PairedBootstrap.compare("last", ours, theirs, 1, 5))
                .isEqualTo(PairedBootstrap.compare("last", ours, theirs, 1, 5))
                .isNotEqualTo(PairedBootstrap.compare("last", ours, theirs, 1, 6));
    }

    @Test
    void errorsThatCannotBeComparedAreRefused() {
        assertThatThrownBy(
                        () -> PairedBootstrap.compare("last", new double[2], new double[3], 1, 1))
                .hasMessageContaining("2 and 3 origins");
        assertThatThrownBy(() ->
                        PairedBootstrap.compare(
                                "last", new double[] {Double.NaN}, new double[] {1}, 1, 1))
                .hasMessageContaining("not finite");
    }

    /** Errors of forecasts that overlap: each is the mean of the same twelve of as many shocks. */
    private static double[] overlapping(Random random, int origins, int overlap) {
        double[] shocks = new double[origins + overlap];
        Arrays.setAll(shocks, _ -> random.nextGaussian());
        double[] means = new double[origins];
        for (int i = 0; i < origins; i++) {
            means[i] = 20 + Arrays.stream(shocks, i, i + overlap).average().orElseThrow();
        }
        return means;
    }

    /** How often no gain at all is taken for one, in percent. */
    private static double wrongPercent(int origins, int overlap, int told) {
        Random random = new Random(11);
        double[] ours = new double[origins];
        Arrays.fill(ours, 20);
        int wrong = 0;
        for (int i = 0; i < 400; i++) {
            double[] theirs = overlapping(random, origins, overlap);
            wrong += PairedBootstrap.compare("last", ours, theirs, told, i).gainLow() > 0 ? 1 : 0;
        }
        return wrong / 4.0;
    }

    @Test
    void chanceIsSeldomTakenForAGainThoughForecastsOverlapAndAreFew() {
        assertThat(wrongPercent(60, 12, 12)).isLessThan(6);
        assertThat(wrongPercent(60, 12, 1)).as("if nothing is said of it").isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"3,2.693", "5,1.584", "11,1.192", "101,1.0175"})
    void fewBlocksSpreadAsStudentsT(double blocks, double stretch) {
        assertThat(BlockBootstrap.stretch(blocks)).isCloseTo(stretch, within(0.035 * stretch));
    }

    @Test
    void anOverlapBelowOneIsRefused() {
        assertThatThrownBy(
                        () -> PairedBootstrap.compare("last", new double[2], new double[2], 0, 1))
                .hasMessageContaining("overlap 0");
    }
}
