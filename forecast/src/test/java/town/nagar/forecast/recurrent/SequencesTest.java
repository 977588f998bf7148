package town.nagar.forecast.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SequencesTest {
    private static float[][] hours(int count) {
        float[][] rows = new float[count][2];
        for (int hour = 0; hour < count; hour++) {
            rows[hour][0] = hour;
            rows[hour][1] = 7;
        }
        return rows;
    }

    @Test
    void aWindowEndsAtItsLastRow() {
        Sequences windows = Sequences.windows(hours(6), 3, new int[] {2, 5}, new float[] {30, 60});
        float[] copied = new float[6];
        windows.copy(1, copied, 0);
        assertThat(copied).containsExactly(3, 7, 4, 7, 5, 7);
        assertThat(windows.target(1)).isEqualTo(60);
        assertThat(windows.between(1, 2).target(0)).isEqualTo(60);
    }

    @Test
    void sequencesThatShareNothingAreTheSameAsWindows() {
        float[][][] inputs = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
        Sequences sequences = Sequences.of(inputs, new float[] {1, 2});
        float[] copied = new float[4];
        sequences.copy(1, copied, 0);
        assertThat(copied).containsExactly(5, 6, 7, 8);
    }

    @Test
    void scalesAreOfTheTrainingRowsAlone() {
        float[][] rows = hours(8);
        rows[6][0] = 1e6f; // later than all training windows
        Sequences all =
                Sequences.windows(rows, 2, new int[] {1, 2, 3, 7}, new float[] {1, 2, 3, 99});
        Scaling scaling = Scaling.of(all.between(0, 3));
        assertThat(scaling.means()).containsExactly(1.5f, 7);
        assertThat(scaling.factors()[0]).isCloseTo((float) (1 / Math.sqrt(1.25)), within(1e-6f));
        assertThat(scaling.factors()[1]).isEqualTo(1);
        assertThat(scaling.targetMean()).isEqualTo(2);
        assertThat(scaling.targetOf(scaling.scaleTarget(3))).isCloseTo(3, within(1e-6f));
    }

    @Test
    void aWindowWithAGapIsRefused() {
        float[][] rows = hours(4);
        rows[1][0] = Float.NaN;
        assertThatThrownBy(() -> Sequences.windows(rows, 2, new int[] {2}, new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 1, feature 0: NaN");
        assertThat(Sequences.windows(rows, 2, new int[] {3}, new float[] {1}).count()).isEqualTo(1);
    }

    @Test
    void aWindowOutsideTheTableIsRefused() {
        assertThatThrownBy(() -> Sequences.windows(hours(4), 3, new int[] {1}, new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sequences.windows(hours(4), 3, new int[] {4}, new float[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void foldsWalkForwardAndLeaveTheGap() {
        assertThat(Fold.walkForward(120, 5, 4))
                .isEqualTo(
                        List.of(
                                new Fold(16, 20, 40),
                                new Fold(36, 40, 60),
                                new Fold(56, 60, 80),
                                new Fold(76, 80, 100),
                                new Fold(96, 100, 120)));
        assertThatThrownBy(() -> Fold.walkForward(10, 5, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
