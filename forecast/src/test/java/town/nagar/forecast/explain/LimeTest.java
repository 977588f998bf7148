package town.nagar.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LimeTest {
    private static final List<String> FEATURES = List.of("a", "b", "never changes");

    /** Mean about 10 and 0, deviation about 2 and 5; the third always 4. */
    private static float[][] past() {
        Random random = new Random(1);
        float[][] past = new float[2_000][];
        for (int row = 0; row < past.length; row++) {
            past[row] =
                    new float[] {
                        10 + 2 * (float) random.nextGaussian(), 5 * (float) random.nextGaussian(), 4
                    };
        }
        return past;
    }

    private static Function<float[][], float[]> each(Function<float[], Double> model) {
        return rows -> {
            float[] answers = new float[rows.length];
            for (int row = 0; row < rows.length; row++) {
                answers[row] = model.apply(rows[row]).floatValue();
            }
            return answers;
        };
    }

    @Test
    void aStraightLineIsFoundExactly() {
        Lime lime = new Lime(each(x -> 7 + 3.0 * x[0] - x[1]), FEATURES, past(), 3_000);
        Lime.Line line = lime.explain(new float[] {12, 5, 4}, new Random(2));
        assertThat(line.fit()).isGreaterThan(0.999);
        List<Contribution> effects = line.explanation().contributions();
        assertThat(effects.get(0).effect()).isCloseTo(6, within(0.2));
        assertThat(effects.get(1).effect()).isCloseTo(-5, within(0.2));
        assertThat(effects.get(2).effect()).isZero();
        assertThat(line.explanation().usual()).isCloseTo(37, within(0.4));
        assertThat(line.explanation().forecast()).isCloseTo(38, within(1e-4));
    }

    @Test
    void whereNoLineFitsItSaysSo() {
        Lime lime = new Lime(each(x -> Math.cos(9.0 * x[1])), FEATURES, past(), 1_000);
        assertThat(lime.explain(new float[] {10, 0, 4}, new Random(3)).fit()).isLessThan(0.1);
    }

    @Test
    void theSameChanceGivesTheSameExplanation() {
        Lime lime = new Lime(each(x -> 1.0 * x[0] * x[1]), FEATURES, past(), 200);
        float[] row = {11, 1, 4};
        assertThat(lime.explain(row, new Random(4))).isEqualTo(lime.explain(row, new Random(4)));
    }

    @Test
    void fewerSamplesThanFeaturesAreRefused() {
        assertThatThrownBy(() -> new Lime(each(_ -> 0.0), FEATURES, past(), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
