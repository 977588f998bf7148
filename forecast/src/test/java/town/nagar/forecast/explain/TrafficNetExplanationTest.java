package town.nagar.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.forecast.onnx.LstmExport;
import town.nagar.forecast.onnx.OnnxModel;
import town.nagar.forecast.onnx.Precision;
import town.nagar.forecast.recurrent.LstmSettings;
import town.nagar.forecast.recurrent.LstmTraining;
import town.nagar.forecast.recurrent.Sequences;
import town.nagar.forecast.recurrent.TrainedLstm;
import town.nagar.forecast.torch.PassSettings;
import town.nagar.forecast.torch.Torch;

/** A trained and exported net, explained. */
class TrafficNetExplanationTest {
    private static final LstmSettings SMALL =
            new LstmSettings(4, 4, 16, 1, 8, 8, 0, new PassSettings(0.01f, 32, 15, 15));

    /** Only the last step's first feature and, a third as much, its third matter. */
    private static float[] targets(float[][][] inputs) {
        float[] targets = new float[inputs.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = 300 + 90 * inputs[i][3][0] - 30 * inputs[i][3][2];
        }
        return targets;
    }

    private static float[][][] inputs(int count, long seed) {
        Random random = new Random(seed);
        float[][][] inputs = new float[count][4][4];
        for (float[][] sequence : inputs) {
            for (float[] step : sequence) {
                for (int feature = 0; feature < 4; feature++) {
                    step[feature] = (float) random.nextGaussian();
                }
            }
        }
        return inputs;
    }

    @Test
    void whatItHasLearntIsWhatItNames() throws IOException {
        assumeTrue(Torch.isHere(), "PyTorch's native library is not on this platform");
        float[][][] past = inputs(600, 1);
        Sequences all = Sequences.of(past, targets(past));
        TrainedLstm lstm =
                LstmTraining.train(all.between(0, 500), all.between(500, 600), SMALL, 2, _ -> {});
        try (OnnxModel net = OnnxModel.load(LstmExport.file(lstm, Precision.FP32), 1)) {
            List<FeatureGroup> groups =
                    List.of(
                            new FeatureGroup("last hour", List.of(0)),
                            new FeatureGroup("day", List.of(1, 3)),
                            new FeatureGroup("rain", List.of(2)));
            SequenceShap shap =
                    new SequenceShap(net::predict, groups, Arrays.copyOf(past, 30), 100);
            float[][] busy = inputs(1, 3)[0];
            busy[3] = new float[] {2, 0, 2, 0};
            Explanation explanation = shap.explain(busy, new Random(4));
            assertThat(explanation.forecast())
                    .isCloseTo(net.predict(new float[][][] {busy})[0], within(0.01));
            List<Contribution> strongest = explanation.strongest(2);
            assertThat(strongest)
                    .extracting(Contribution::feature)
                    .containsExactly("last hour", "rain");
            assertThat(strongest.getFirst().effect()).isCloseTo(180, within(60.0));
            assertThat(strongest.getLast().effect()).isCloseTo(-60, within(30.0));
        }
    }
}
