package town.nagar.forecast.training.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.nagar.contracts.Domain;
import town.nagar.forecast.artifact.ModelFolder;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.training.Trained;
import town.nagar.forecast.training.Trainer;
import town.nagar.forecast.training.Training;

class TrainingProcessTest {
    private static final int HORIZON = 6;
    private static final int MEGABYTES = 256;

    @TempDir Path folder;

    private TrainingProcess process(int memoryMegabytes) {
        return new TrainingProcess(1, memoryMegabytes, folder.resolve("scratch"));
    }

    private static Training training(int days) {
        var random = new SplittableRandom(1);
        double[][] values = new double[2][days * 24 + HORIZON];
        for (double[] one : values) {
            for (int i = 0; i < one.length; i++) {
                one[i] = 50 + 20 * StrictMath.sin(Math.PI * i / 12) + random.nextDouble();
            }
        }
        var grid =
                new TimeGrid(
                        LocalDateTime.of(2026, 1, 1, 0, 0), Step.ofMinutes(60), values[0].length);
        return new Training(
                "traffic.vehicle_count",
                Domain.TRAFFIC,
                Panel.of(grid, List.of("R1", "R2"), values),
                Covariates.none(),
                days * 24,
                HORIZON,
                List.of("ridge", "gbm", "ensemble"),
                Training.WINNER,
                Training.taste(Domain.TRAFFIC, Panel.of(grid, List.of("R1", "R2"), values))
                        .withEffort(20, 2_000),
                1);
    }

    @Test
    void theModelIsTheSameAsOneMadeHere() throws Exception {
        try (Trained apart = process(MEGABYTES).train(training(45));
                Trained here = new Trainer(1, _ -> {}).train(training(45))) {
            ModelFolder.write(apart.model(), folder.resolve("apart"));
            ModelFolder.write(here.model(), folder.resolve("here"));
            assertThat(folder.resolve("apart/model.bin"))
                    .hasSameBinaryContentAs(folder.resolve("here/model.bin"));
            assertThat(folder.resolve("apart/model.json"))
                    .hasSameTextualContentAs(folder.resolve("here/model.json"));
            assertThat(apart.errors()).isEqualTo(here.errors());
            assertThat(apart.baselineErrors()).isEqualTo(here.baselineErrors());
            assertThat(apart.board()).isEqualTo(here.board());
        }
    }

    @Test
    void aTrainingThatNeedsMoreMemoryThanItMayHoldEndsAlone() {
        assertThatThrownBy(() -> process(16).train(training(400)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("training ended with status");
    }

    @Test
    void tooLittleToLearnFromIsSaidAsIfTrainedHere() {
        assertThatThrownBy(() -> new Trainer(1, _ -> {}).train(training(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(here ->
                        assertThatThrownBy(() -> process(MEGABYTES).train(training(3)))
                                .isInstanceOf(IllegalArgumentException.class)
                                .hasMessage(here.getMessage()));
    }

    @Test
    void whoStopsWaitingStopsTheTraining() throws Exception {
        long before = children();
        AtomicReference<Throwable> seen = new AtomicReference<>(new IllegalStateException("none"));
        Thread waiting =
                Thread.ofPlatform()
                        .start(() -> {
                            try (Trained trained = process(MEGABYTES).train(training(400))) {
                                seen.set(new IllegalStateException(trained.toString()));
                            } catch (IOException | InterruptedException e) {
                                seen.set(e);
                            }
                        });
        while (children() == before) {
            Thread.sleep(10);
        }
        waiting.interrupt();
        waiting.join();
        assertThat(seen.get()).isInstanceOf(InterruptedException.class);
        assertThat(children()).isEqualTo(before);
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        try (Trained trained = process(MEGABYTES).train(training(45));
                var left = Files.list(folder.resolve("scratch"))) {
            assertThat(trained.board()).isNotEmpty();
            assertThat(left).isEmpty();
        }
    }
}
