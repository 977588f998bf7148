package town.nagar.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelShapTest {
    /** Each player's own worth, and something for every pair that is in. */
    private static ToDoubleFunction<boolean[]> game(int players, long seed) {
        Random random = new Random(seed);
        double[] alone = random.doubles(players).toArray();
        double[][] pairs = new double[players][];
        Arrays.setAll(pairs, _ -> random.doubles(players).toArray());
        return coalition -> {
            double worth = 3;
            for (int i = 0; i < players; i++) {
                worth += coalition[i] ? alone[i] : 0;
                for (int j = 0; j < i; j++) {
                    worth += coalition[i] && coalition[j] ? pairs[i][j] : 0;
                }
            }
            return worth;
        };
    }

    private static KernelShap.Game asked(ToDoubleFunction<boolean[]> worth) {
        return coalitions -> coalitions.stream().mapToDouble(worth).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void allCoalitionsGiveShapleysValues(long seed) {
        var worth = game(6, seed);
        KernelShap.Values values = KernelShap.values(asked(worth), 6, 100, new Random(seed));
        assertThat(values.ofNobody).isEqualTo(3);
        assertThat(values.effects).containsExactly(Games.shapley(6, worth), within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void drawnCoalitionsComeNearAndSumToTheWhole(long seed) {
        var worth = game(12, seed);
        KernelShap.Values values = KernelShap.values(asked(worth), 12, 1_000, new Random(seed));
        assertThat(values.effects).containsExactly(Games.shapley(12, worth), within(0.25));
        assertThat(Arrays.stream(values.effects).sum())
                .isCloseTo(values.ofAll - values.ofNobody, within(1e-9));
    }

    @Test
    void onePlayerGetsAll() {
        KernelShap.Values values =
                KernelShap.values(asked(in -> in[0] ? 5 : 2), 1, 10, new Random(1));
        assertThat(values.effects).containsExactly(3);
    }

    @Test
    void aNetIsAskedWithPastValuesForWhatIsNotKnown() {
        float[][] weights = {{1, 2, 0, 4}, {-1, 3, 0, 1}};
        SequenceShap shap =
                new SequenceShap(
                        sequences -> answers(sequences, weights),
                        List.of(
                                new FeatureGroup("hour", List.of(0, 1)),
                                new FeatureGroup("nothing", List.of(2)),
                                new FeatureGroup("rain", List.of(3))),
                        new float[][][] {
                            {{0, 0, 0, 0}, {0, 0, 0, 0}}, {{2, 2, 2, 2}, {2, 2, 2, 2}}
                        },
                        100);
        float[][] sequence = {{5, 1, 9, 2}, {1, 1, 9, 4}};
        Explanation explanation = shap.explain(sequence, new Random(1));
        // each feature less its past mean, 1, by its weight
        assertThat(explanation.contributions())
                .extracting(Contribution::effect)
                .usingElementComparator(KernelShapTest::nearly)
                .containsExactly(4.0, 0.0, 7.0);
        assertThat(explanation.usual()).isCloseTo(10, within(1e-9));
        assertThat(explanation.forecast()).isCloseTo(21, within(1e-9));
        assertThat(explanation.method()).isEqualTo("KernelSHAP");
    }

    private static int nearly(double one, double other) {
        return Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other);
    }

    private static float[] answers(float[][][] sequences, float[][] weights) {
        float[] answers = new float[sequences.length];
        for (int i = 0; i < answers.length; i++) {
            for (int step = 0; step < weights.length; step++) {
                for (int feature = 0; feature < weights[step].length; feature++) {
                    answers[i] += weights[step][feature] * sequences[i][step][feature];
                }
            }
        }
        return answers;
    }

    @Test
    void whatCannotBeExplainedIsRefused() {
        assertThatThrownBy(() ->
                        new SequenceShap(_ -> new float[0], List.of(), new float[1][1][1], 10))
                .isInstanceOf(IllegalArgumentException.class);
        KernelShap.Game constant = coalitions -> new double[coalitions.size()];
        assertThatThrownBy(() -> KernelShap.values(constant, 40, 4, new Random(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too few samples");
    }
}
