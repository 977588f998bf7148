package town.nagar.forecast.arnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.torch.Epoch;
import town.nagar.forecast.torch.PassSettings;
import town.nagar.forecast.torch.Torch;

class ArNetTest {
    private static final double[][] NONE = {};
    private static final int STEPS = 2_000;
    private static final double MEMORY = 0.7;
    private static final double NOISE = 1;

    @BeforeEach
    void pytorchIsHere() {
        assumeTrue(Torch.isHere(), "PyTorch's native library is not on this platform");
    }

    private static double season(long step) {
        return 100 + 0.002 * step + 2 * Math.sin(2 * Math.PI * step / 24);
    }

    /** A trend and a day, and a deviation from them that fades by 0.7 a step. */
    private static double[] series(int steps, long seed) {
        Random random = new Random(seed);
        double[] series = new double[steps];
        double off = 0;
        for (int step = 0; step < steps; step++) {
            off = MEMORY * off + NOISE * random.nextGaussian();
            series[step] = season(step) + off;
        }
        return series;
    }

    private static ArNetSettings settings(int lags, int horizon, int hidden, int epochs) {
        return settings(lags, horizon, hidden, epochs, 2);
    }

    private static ArNetSettings settings(
            int lags, int horizon, int hidden, int epochs, int changepoints) {
        PassSettings passes = new PassSettings(0.01f, 64, epochs, epochs);
        return new ArNetSettings(
                lags, horizon, hidden, changepoints, List.of(new Cycle(24, 2)), passes);
    }

    @Test
    void howFastADeviationFadesIsFound() {
        ArNet net =
                ArNetTraining.train(series(STEPS, 1), NONE, settings(3, 1, 0, 60, 0), 1, _ -> {});
        float[] weights = net.firstLagWeights();
        assertThat(weights[2]).isCloseTo((float) MEMORY, within(0.08f));
        assertThat(weights[1]).isCloseTo(0, within(0.08f));
        assertThat(weights[0]).isCloseTo(0, within(0.08f));
    }

    @Test
    void allStepsAheadAreForetoldNearlyAsWellAsTheyCanBe() {
        int horizon = 6;
        double[] series = series(STEPS + 400, 2);
        double[] past = Arrays.copyOf(series, STEPS);
        ArNet net = ArNetTraining.train(past, NONE, settings(24, horizon, 16, 30), 2, _ -> {});
        double[] squares = new double[horizon];
        int origins = 0;
        for (int origin = STEPS; origin + horizon < series.length; origin++) {
            double[] lags = Arrays.copyOfRange(series, origin - 23, origin + 1);
            double[] ahead = net.forecast(lags, origin, NONE);
            for (int step = 0; step < horizon; step++) {
                squares[step] += Math.pow(ahead[step] - series[origin + 1 + step], 2);
            }
            origins++;
        }
        for (int step = 0; step < horizon; step++) {
            double best = bestError(step + 1);
            assertThat(Math.sqrt(squares[step] / origins)).isBetween(0.85 * best, 1.25 * best);
        }
    }

    /** Noise that has piled up over so many steps: what nobody can foretell. */
    private static double bestError(int steps) {
        double variance = IntStream.range(0, steps).mapToDouble(i -> Math.pow(MEMORY, 2 * i)).sum();
        return NOISE * Math.sqrt(variance);
    }

    @Test
    void whatIsKnownAheadIsUsed() {
        double[] series = series(1_000, 3);
        Random random = new Random(4);
        double[][] rain = new double[1_000][1];
        for (int step = 0; step < 1_000; step++) {
            rain[step][0] = random.nextInt(4) == 0 ? 5 : 0;
            series[step] += 2 * rain[step][0];
        }
        ArNet net = ArNetTraining.train(series, rain, settings(3, 1, 0, 30), 5, _ -> {});
        double[] lags = {110, 110, 110};
        double wet = net.forecast(lags, 999, new double[][] {{5}})[0];
        double dry = net.forecast(lags, 999, new double[][] {{0}})[0];
        assertThat(wet - dry).isCloseTo(10, within(1.0));
    }

    /** The loss that PyTorch reports is that of the plain net's forecasts. */
    @Test
    void thePlainNetForetellsWhatPyTorchDoes() {
        double[] series = series(500, 6);
        List<Epoch> epochs = new ArrayList<>();
        ArNet net = ArNetTraining.train(series, NONE, settings(12, 4, 8, 5), 7, epochs::add);
        double sum = 0;
        int count = 0;
        for (int origin = 399; origin + 4 < 500; origin++) {
            double[] lags = Arrays.copyOfRange(series, origin - 11, origin + 1);
            double[] ahead = net.forecast(lags, origin, NONE);
            for (int step = 0; step < 4; step++, count++) {
                double error = (ahead[step] - series[origin + 1 + step]) / net.deviation();
                sum += Math.sqrt(1 + error * error) - 1;
            }
        }
        double best = epochs.stream().mapToDouble(Epoch::validationLoss).min().orElseThrow();
        assertThat(sum / count).isCloseTo(best, within(1e-5));
    }

    @Test
    void gapsAreLeftOutAndTheSameSeedGivesTheSameNet() {
        double[] series = series(600, 8);
        for (int step = 100; step < 130; step++) {
            series[step] = Double.NaN;
        }
        double[] lags = Arrays.copyOfRange(series, 588, 600);
        ArNetSettings settings = settings(12, 4, 8, 3);
        double[] first =
                ArNetTraining.train(series, NONE, settings, 9, _ -> {}).forecast(lags, 599, NONE);
        double[] second =
                ArNetTraining.train(series, NONE, settings, 9, _ -> {}).forecast(lags, 599, NONE);
        assertThat(second).containsExactly(first);
        assertThat(Arrays.stream(first).allMatch(Double::isFinite)).isTrue();
    }

    @Test
    void aNetReadBackForetellsTheSame() throws IOException {
        double[] series = series(300, 11);
        double[][] rain = new double[300][1];
        rain[7][0] = 1;
        ArNet net = ArNetTraining.train(series, rain, settings(12, 4, 8, 1), 1, _ -> {});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        net.write(file);
        ArNet read = ArNet.read(new ByteArrayInputStream(file.toByteArray()));
        double[] lags = Arrays.copyOfRange(series, 288, 300);
        double[][] wet = {{1}, {1}, {0}, {0}};
        assertThat(read.forecast(lags, 299, wet)).containsExactly(net.forecast(lags, 299, wet));
    }

    @Test
    void whatCannotBeForetoldIsRefused() {
        ArNetSettings settings = settings(12, 4, 0, 1);
        ArNet net = ArNetTraining.train(series(200, 10), NONE, settings, 1, _ -> {});
        assertThatThrownBy(() -> net.forecast(new double[11], 199, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("11 lags, not 12");
        double[] holed = new double[12];
        holed[3] = Double.NaN;
        assertThatThrownBy(() -> net.forecast(holed, 199, NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArNetTraining.train(new double[10], NONE, settings, 1, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 whole windows");
    }
}
