package town.nagar.forecast.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldTest {
    @Test
    void nothingOfTheHorizonBeforeAFoldIsLearntFrom() {
        List<Fold> folds = Fold.of(337, 24 * 75, 48, 24);
        assertThat(folds).hasSize(5);
        for (Fold fold : folds) {
            assertThat(fold.origins().getFirst() - fold.end()).isEqualTo(48);
            assertThat(fold.end()).isGreaterThan(337);
        }
    }

    @Test
    void foldsFollowEachOtherToTheEnd() {
        List<Fold> folds = Fold.of(15, 700, 30, 7);
        for (int i = 1; i < folds.size(); i++) {
            assertThat(folds.get(i).origins().getFirst())
                    .isGreaterThan(folds.get(i - 1).origins().getLast());
        }
        assertThat(folds.getLast().origins().getLast()).isBetween(700 - 30, 699);
    }

    @Test
    void originsComeToAllHoursOfTheDay() {
        List<Fold> folds = Fold.of(337, 24 * 75, 24, 24);
        assertThat(
                        folds.stream()
                                .flatMap(fold -> fold.origins().stream())
                                .map(origin -> origin % 24)
                                .collect(Collectors.toSet()))
                .hasSize(24);
    }

    @Test
    void tooShortASeriesIsRefusedWithWhatIsNeeded() {
        assertThatThrownBy(() -> Fold.of(337, 360, 24, 24))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("23 steps")
                .hasMessageContaining("at least 30");
    }
}
