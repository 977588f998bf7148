package town.nagar.forecast.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import town.nagar.forecast.recurrent.LstmSettings;
import town.nagar.forecast.recurrent.LstmTraining;
import town.nagar.forecast.recurrent.Sequences;
import town.nagar.forecast.recurrent.TrainedLstm;
import town.nagar.forecast.torch.PassSettings;
import town.nagar.forecast.torch.Torch;

/** The exported traffic net, in its full size, against the same net in PyTorch. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LstmExportTest {
    private static final int COUNT = 100;
    private static final LstmSettings TRAFFIC =
            LstmSettings.traffic().withPasses(new PassSettings(1e-3f, 64, 2, 2));

    private final float[][][] inputs = inputs(1);
    private final Sequences sequences = Sequences.of(inputs, targets(inputs));
    private final TrainedLstm lstm = train(sequences);
    private final float[] byPyTorch = lstm.predict(sequences);

    private static TrainedLstm train(Sequences sequences) {
        assumeTrue(Torch.isHere(), "PyTorch's native library is not on this platform");
        return LstmTraining.train(sequences, sequences, TRAFFIC, 1, _ -> {});
    }

    private static float[][][] inputs(long seed) {
        Random random = new Random(seed);
        float[][][] inputs = new float[COUNT][TRAFFIC.steps()][TRAFFIC.features()];
        for (float[][] sequence : inputs) {
            for (float[] step : sequence) {
                for (int feature = 0; feature < step.length; feature++) {
                    step[feature] = feature + 3 * (float) random.nextGaussian();
                }
            }
        }
        return inputs;
    }

    private static float[] targets(float[][][] inputs) {
        float[] targets = new float[inputs.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = 500 + 50 * inputs[i][23][0];
        }
        return targets;
    }

    /** The greatest difference to PyTorch, in deviations of the target. */
    private double difference(Precision precision) throws IOException {
        byte[] file = LstmExport.file(lstm, precision);
        double greatest = 0;
        try (OnnxModel model = OnnxModel.load(file, 1)) {
            float[] byOnnx = model.predict(inputs);
            for (int i = 0; i < COUNT; i++) {
                greatest = Math.max(greatest, Math.abs(byOnnx[i] - byPyTorch[i]));
            }
        }
        return greatest / lstm.scaling().targetDeviation();
    }

    @Test
    void thirtyTwoBitsGiveWhatPyTorchGives() throws IOException {
        assertThat(difference(Precision.FP32)).isLessThan(1e-6);
    }

    @Test
    void sixteenBitsAreOffByLessThanAThousandth() throws IOException {
        assertThat(difference(Precision.FP16)).isBetween(1e-7, 1e-3);
    }

    @Test
    void eightBitsAreOffByLessThanThreeHundredths() throws IOException {
        assertThat(difference(Precision.INT8)).isBetween(1e-5, 3e-2);
    }

    @Test
    void fewerBitsMakeASmallerFile() {
        int full = LstmExport.file(lstm, Precision.FP32).length;
        assertThat(full).isBetween(4 * 276_033, 4 * 276_033 + 5_000);
        assertThat(LstmExport.file(lstm, Precision.FP16).length).isLessThan(full * 52 / 100);
        assertThat(LstmExport.file(lstm, Precision.INT8).length).isLessThan(full * 30 / 100);
    }

    @Test
    void aBatchGivesWhatSingleRequestsGive() throws IOException {
        try (OnnxModel model = OnnxModel.load(LstmExport.file(lstm, Precision.FP32), 1)) {
            model.warmUp(32);
            float[] together = model.predict(inputs);
            for (int i = 0; i < 5; i++) {
                float alone = model.predict(new float[][][] {inputs[i]})[0];
                assertThat(Math.abs(alone - together[i]) / lstm.scaling().targetDeviation())
                        .isLessThan(1e-6f);
            }
        }
    }

    @Test
    void whatIsNoSequenceOfTheNetIsRefused() throws IOException {
        try (OnnxModel model = OnnxModel.load(LstmExport.file(lstm, Precision.FP32), 1)) {
            assertThat(model.predict(new float[0][][])).isEmpty();
            assertThatThrownBy(() -> model.predict(new float[1][23][50]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("23 steps for a net of 24");
            float[][][] holed = new float[1][24][50];
            holed[0][3][7] = Float.NaN;
            assertThatThrownBy(() -> model.predict(holed))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("feature 7 is NaN");
        }
    }

    @Test
    void aFileThatIsNoNetIsRefused() {
        byte[] file = LstmExport.file(lstm, Precision.FP32);
        assertThatThrownBy(() -> OnnxModel.load(Arrays.copyOf(file, file.length / 2), 1))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> OnnxModel.load(new byte[] {1, 2, 3}, 1))
                .isInstanceOf(IOException.class);
    }
}
