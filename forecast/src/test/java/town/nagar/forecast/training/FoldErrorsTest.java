package town.nagar.forecast.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.training.FoldErrors.Stretch;

class FoldErrorsTest {
    private static final int HOURS = 45 * 24;
    private static final int HORIZON = 24;
    private static final int WEEK = 168;

    private static Training training() {
        var random = new SplittableRandom(4);
        double[][] values = new double[2][HOURS];
        for (double[] series : values) {
            for (int i = 0; i < HOURS; i++) {
                boolean gap = random.nextInt(40) == 0;
                double course = 30 * StrictMath.sin(2 * Math.PI * (i % 24) / 24);
                series[i] = gap ? Double.NaN : 100 + course + 5 * random.nextGaussian();
            }
        }
        return TwoPlaces.training(values, HORIZON, 7);
    }

    /** What last week's value at each hour errs by, in the plainest way; gaps look further back. */
    private static List<Double> lastWeek(Training training, int from, int to) {
        Panel panel = training.panel();
        FeatureSet features = training.problem(training.holidays()).features();
        List<Double> errors = new ArrayList<>();
        List<Fold> folds = training.folds(features);
        for (Fold fold : folds.subList(1, folds.size())) {
            for (int origin : fold.origins()) {
                double sum = 0;
                int count = 0;
                for (int series = 0; series < panel.size(); series++) {
                    for (int step = from; step < to; step++) {
                        double truth = panel.at(series, origin + step);
                        int back = origin + step - WEEK;
                        while (Double.isNaN(panel.at(series, back))) {
                            back -= WEEK;
                        }
                        if (!Double.isNaN(truth)) {
                            sum += Math.abs(truth - panel.at(series, back));
                            count++;
                        }
                    }
                }
                errors.add(sum / count);
            }
        }
        return errors;
    }

    @Test
    void errorsAreThoseOfTheOriginsAfterTheFirstFold() {
        Training training = training();
        try (Trained trained = new Trainer(2, _ -> {}).train(training)) {
            FoldErrors errors = trained.errors();
            assertThat(errors.step()).isEqualTo("1h");
            assertThat(errors.stretches())
                    .extracting(Stretch::horizon)
                    .containsExactly("3h", "24h");
            int[] ends = {0, 3, 24};
            for (int band = 0; band < 2; band++) {
                Stretch stretch = errors.stretches().get(band);
                List<Double> plain = lastWeek(training, ends[band], ends[band + 1]);
                List<Double> told = stretch.baselines().getOrDefault("last-week", List.of());
                assertThat(told).hasSameSizeAs(plain).hasSameSizeAs(stretch.own());
                for (int i = 0; i < plain.size(); i++) {
                    assertThat(told.get(i)).isCloseTo(plain.get(i), within(1e-9));
                }
                assertThat(stretch.baselines())
                        .containsOnlyKeys(
                                "last",
                                "yesterday",
                                "last-week",
                                "week-mean",
                                "week-median",
                                "mean-3");
                assertThat(mean(stretch.held95Percents())).isBetween(88.0, 100.0);
                assertThat(mean(stretch.held80Percents())).isBetween(70.0, 90.0);
                assertThat(stretch.held80Percents()).hasSize(plain.size() * 3 / 4);
            }
        }
    }

    /** The mean over stretches of shares of the best baseline's mean error, in the plainest way. */
    @Test
    void togetherEachStretchCountsAlike() {
        try (Trained trained = new Trainer(2, _ -> {}).train(training())) {
            FoldErrors errors = trained.errors();
            Stretch together = errors.together();
            int origins = together.own().size();
            assertThat(errors.stretches()).allMatch(one -> one.own().size() == origins);
            double[] plain = new double[origins];
            for (Stretch stretch : errors.stretches()) {
                double best =
                        stretch.baselines().values().stream()
                                .mapToDouble(FoldErrorsTest::mean)
                                .min()
                                .orElseThrow();
                for (int i = 0; i < origins; i++) {
                    plain[i] += stretch.own().get(i) / best / 2;
                }
            }
            for (int i = 0; i < origins; i++) {
                assertThat(together.own().get(i)).isCloseTo(plain[i], within(1e-9));
            }
            assertThat(together.baselines().values()).allMatch(one -> mean(one) > 0.999);
            assertThat(together.horizon()).isEqualTo("all horizons");
        }
    }

    @Test
    void overlapsAreOfOriginsThatReachOverTheSameTimes() {
        Training training = training();
        List<Fold> folds = training.folds(training.problem(training.holidays()).features());
        int apart = folds.getFirst().origins().get(1) - folds.getFirst().origins().getFirst();
        try (Trained trained = new Trainer(2, _ -> {}).train(training)) {
            FoldErrors errors = trained.errors();
            assertThat(apart).isBetween(4, 12);
            assertThat(errors.stretches().getFirst().overlap()).isEqualTo(1);
            assertThat(errors.stretches().getLast().overlap())
                    .isBetween(HORIZON / (apart + 1), HORIZON / (apart - 1) + 1);
            assertThat(errors.together().overlap())
                    .isEqualTo(errors.stretches().getLast().overlap());
        }
    }

    private static double mean(List<Double> errors) {
        return errors.stream().mapToDouble(error -> error).average().orElseThrow();
    }

    @Test
    void theBaselineIsAModelOfItsOwn() {
        try (Trained trained = new Trainer(2, _ -> {}).train(training())) {
            String name = trained.model().provenance().baseline();
            assertThat(trained.isBaseline()).isFalse();
            assertThat(trained.baseline().learnt().name()).isEqualTo(name);
            assertThat(trained.baseline().provenance().model()).isEqualTo(name);
            for (Stretch stretch : trained.baselineErrors().stretches()) {
                assertThat(stretch.own()).isEqualTo(stretch.baselines().get(name));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "60, 0, 1, 1h",
        "60, 0, 168, 168h",
        "15, 0, 1, 15min",
        "15, 0, 8, 2h",
        "1440, 0, 7, 7d",
        "0, 12, 1, 12mo"
    })
    void horizonsAreInWords(long minutes, int months, int steps, String words) {
        assertThat(FoldErrors.words(new Step(minutes, months), steps)).isEqualTo(words);
    }
}
