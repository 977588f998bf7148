package town.nagar.forecast.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.torch.Epoch;
import town.nagar.forecast.torch.PassSettings;
import town.nagar.forecast.torch.Torch;

class LstmTrainingTest {
    /** Small and quick, of the traffic net's form. */
    private static final LstmSettings SMALL =
            new LstmSettings(6, 3, 16, 2, 8, 8, 0.1f, passes(30, 5));

    private static PassSettings passes(int epochs, int patience) {
        return new PassSettings(0.01f, 32, epochs, patience);
    }

    @BeforeEach
    void pytorchIsHere() {
        assumeTrue(Torch.isHere(), "PyTorch's native library is not on this platform");
    }

    /** The target is 1000 and 100 times the mean of the first feature less the second's last. */
    private static Sequences learnable(int count, long seed) {
        Random random = new Random(seed);
        float[][][] inputs = new float[count][SMALL.steps()][SMALL.features()];
        float[] targets = new float[count];
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (float[] step : inputs[i]) {
                for (int feature = 0; feature < step.length; feature++) {
                    step[feature] = (float) random.nextGaussian() * (feature + 1);
                }
                sum += step[0];
            }
            targets[i] = 1000 + 100 * (sum - inputs[i][SMALL.steps() - 1][1]);
        }
        return Sequences.of(inputs, targets);
    }

    private static TrainedLstm train(long seed) {
        return LstmTraining.train(
                learnable(200, 1), learnable(50, 2), SMALL.withPasses(passes(4, 4)), seed, _ -> {});
    }

    @Test
    void whatCanBeLearntIsLearnt() {
        List<Epoch> seen = new ArrayList<>();
        TrainedLstm lstm =
                LstmTraining.train(learnable(800, 1), learnable(200, 2), SMALL, 3, seen::add);
        assertThat(seen).isEqualTo(lstm.epochs());
        Sequences later = learnable(300, 4);
        float[] predicted = lstm.predict(later);
        double squares = 0;
        double spread = 0;
        for (int i = 0; i < predicted.length; i++) {
            squares += Math.pow(predicted[i] - later.target(i), 2);
            spread += Math.pow(lstm.scaling().targetMean() - later.target(i), 2);
        }
        assertThat(1 - squares / spread).isGreaterThan(0.85);
    }

    @Test
    void theSameSeedTrainsTheSameNetAndAnotherSeedAnother() {
        TrainedLstm first = train(5);
        TrainedLstm second = train(5);
        assertThat(second.epochs()).isEqualTo(first.epochs());
        assertThat(second.weights().memory().getFirst().inputWeights())
                .containsExactly(first.weights().memory().getFirst().inputWeights());
        assertThat(train(6).epochs()).isNotEqualTo(first.epochs());
    }

    @Test
    void trainingEndsOnceItGetsNoBetterAndTheBestEpochIsKept() {
        Random random = new Random(7);
        float[] noise = new float[64];
        float[][][] inputs = new float[64][SMALL.steps()][SMALL.features()];
        for (int i = 0; i < 64; i++) {
            noise[i] = (float) random.nextGaussian();
            inputs[i][0][0] = (float) random.nextGaussian();
        }
        Sequences all = Sequences.of(inputs, noise);
        Sequences validation = all.between(32, 64);
        TrainedLstm lstm =
                LstmTraining.train(
                        all.between(0, 32),
                        validation,
                        SMALL.withPasses(passes(100, 3)),
                        8,
                        _ -> {});
        assertThat(lstm.epochs()).hasSizeLessThan(100);
        double best = lstm.epochs().stream().mapToDouble(Epoch::validationLoss).min().orElseThrow();
        assertThat(lstm.epochs().get(lstm.epochs().size() - 4).validationLoss()).isEqualTo(best);
        float[] predicted = lstm.predict(validation);
        double squares = 0;
        for (int i = 0; i < predicted.length; i++) {
            double error = (predicted[i] - validation.target(i)) / lstm.scaling().targetDeviation();
            squares += error * error;
        }
        assertThat(squares / predicted.length).isCloseTo(best, within(1e-5));
    }

    @Test
    void theTrafficNetHasTheWeightsOfItsDesign() {
        LstmSettings traffic = LstmSettings.traffic().withPasses(passes(1, 1));
        Sequences four = Sequences.of(new float[4][24][50], new float[] {1, 2, 3, 4});
        TrainedLstm lstm = LstmTraining.train(four, four, traffic, 9, _ -> {});
        assertThat(lstm.weights().count()).isEqualTo(276_033);
    }

    @Test
    void pytorchComputesTheTextbooksEquations() {
        TrainedLstm lstm = train(10);
        Sequences later = learnable(20, 11);
        float[] predicted = lstm.predict(later);
        Sequences scaled = later.scaled(lstm.scaling());
        for (int i = 0; i < predicted.length; i++) {
            double plain = PlainLstm.forward(lstm.weights(), steps(scaled, i));
            assertThat(lstm.scaling().scaleTarget(predicted[i]))
                    .isCloseTo((float) plain, within(5e-6f));
        }
    }

    private static double[][] steps(Sequences sequences, int sequence) {
        float[] flat = new float[SMALL.steps() * SMALL.features()];
        sequences.copy(sequence, flat, 0);
        double[][] steps = new double[SMALL.steps()][SMALL.features()];
        for (int i = 0; i < flat.length; i++) {
            steps[i / SMALL.features()][i % SMALL.features()] = flat[i];
        }
        return steps;
    }

    @Test
    void aNetReadBackPredictsTheSameAndAChangedFileIsRefused() throws IOException {
        TrainedLstm lstm = train(12);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        lstm.write(file);
        byte[] bytes = file.toByteArray();
        TrainedLstm read = TrainedLstm.read(new ByteArrayInputStream(bytes));
        Sequences later = learnable(5, 13);
        assertThat(read.predict(later)).containsExactly(lstm.predict(later));
        bytes[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> TrainedLstm.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void sequencesOfAnotherShapeAreRefused() {
        Sequences other = Sequences.of(new float[3][4][2], new float[3]);
        assertThatThrownBy(() -> LstmTraining.train(other, other, SMALL, 1, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 steps and 2 features for a net of 6 and 3");
    }
}
