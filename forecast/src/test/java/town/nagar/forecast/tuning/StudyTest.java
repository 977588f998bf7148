package town.nagar.forecast.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.forecast.series.BadFileException;

class StudyTest {
    private static final int TRIALS = 80;
    private static final int SEEDS = 20;
    private static final List<Dimension> SQUARE =
            List.of(
                    new Dimension("x", -5, 10, false, false),
                    new Dimension("y", 0, 15, false, false));

    @TempDir Path folder;

    /** Branin's function, whose least value is 0.397887 (Dixon and Szego 1978). */
    private static double branin(double x, double y) {
        double b = 5.1 / (4 * Math.PI * Math.PI);
        double inner = y - b * x * x + 5 / Math.PI * x - 6;
        return inner * inner + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }

    private static double least(List<Trial> trials) {
        return trials.stream().mapToDouble(Trial::loss).min().orElseThrow();
    }

    @Test
    void itFindsBraninsLeastBetterThanChance() throws IOException {
        double[] found = new double[SEEDS];
        double[] byChance = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            Study study = Study.open(SQUARE, seed, folder.resolve("s" + seed));
            study.run(TRIALS, 1, (v, _) -> branin(v.get(0), v.get(1)));
            found[seed] = least(study.trials());
            var random = new SplittableRandom(seed);
            byChance[seed] = Double.POSITIVE_INFINITY;
            for (int i = 0; i < TRIALS; i++) {
                byChance[seed] =
                        Math.min(
                                byChance[seed],
                                branin(-5 + 15 * random.nextDouble(), 15 * random.nextDouble()));
            }
        }
        Arrays.sort(found);
        Arrays.sort(byChance);
        assertThat(found[SEEDS / 2]).isLessThan(byChance[SEEDS / 2]).isBetween(0.3978, 1.0);
    }

    @Test
    void aStudyThatWasBrokenOffGoesOnTheSame() throws IOException {
        Study.Objective objective = (v, stage) -> branin(v.get(0), v.get(1)) + stage;
        Study whole = Study.open(SQUARE, 5, folder.resolve("whole"));
        whole.run(40, 3, objective);
        Study.open(SQUARE, 5, folder.resolve("broken")).run(17, 3, objective);
        Study again = Study.open(SQUARE, 5, folder.resolve("broken"));
        assertThat(again.trials()).hasSize(17);
        again.run(40, 3, objective);
        assertThat(again.trials()).isEqualTo(whole.trials());
        assertThat(again.best()).isEqualTo(whole.best());
    }

    @Test
    void aBadTrialIsStoppedAfterItsFirstStage() throws IOException {
        List<Integer> stages = new ArrayList<>();
        int[] trial = {-1};
        Study study = Study.open(SQUARE, 1, folder.resolve("s"));
        study.run(
                40,
                5,
                (v, stage) -> {
                    trial[0] += stage == 0 ? 1 : 0;
                    stages.add(stage);
                    return trial[0] % 4 == 3 ? 1000 : branin(v.get(0), v.get(1));
                });
        for (int bad = 7; bad < 40; bad += 4) {
            assertThat(study.trials().get(bad).losses()).containsExactly(1000.0);
        }
        assertThat(study.trials().get(3).losses()).as("too few before it to judge by").hasSize(5);
        assertThat(stages.size()).isLessThanOrEqualTo(40 * 5 - 9 * 4);
    }

    @Test
    void wholeAndLogarithmicSettingsStayInTheirRange() throws IOException {
        List<Dimension> space =
                List.of(
                        new Dimension("depth", 2, 8, false, true),
                        new Dimension("rate", 0.01, 0.3, true, false));
        Study study = Study.open(space, 3, folder.resolve("s"));
        study.run(60, 1, (v, _) -> Math.abs(v.get(0) - 5) + Math.abs(Math.log(v.get(1) / 0.05)));
        assertThat(study.trials())
                .allSatisfy(trial -> {
                    assertThat(trial.values().get(0)).isBetween(2.0, 8.0);
                    assertThat(trial.values().get(0) % 1).isZero();
                    assertThat(trial.values().get(1)).isBetween(0.01, 0.3);
                });
        assertThat(study.best().get(study.place("depth"))).isEqualTo(5);
    }

    @Test
    void aFileOfAnotherStudyIsRefusedByName() throws IOException {
        Path file = folder.resolve("s");
        Files.writeString(file, "x,losses\n1,2\n");
        assertThatThrownBy(() -> Study.open(SQUARE, 1, file))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining(file + ": line 1");
        Files.writeString(file, "x,y,losses\n1,2\n");
        assertThatThrownBy(() -> Study.open(SQUARE, 1, file))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("line 2: is no trial");
    }
}
