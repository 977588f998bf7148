package town.nagar.forecast.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import town.nagar.contracts.Domain;
import town.nagar.forecast.artifact.BadModelException;
import town.nagar.forecast.artifact.ModelFolder;
import town.nagar.forecast.artifact.ModelZip;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.explain.Contribution;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;

class TrainerTest {
    private static final int HORIZON = 6;
    private static final int DAYS = 45;
    private static final int[] BOTH = {0, 1};

    @TempDir Path folder;

    /** Two places whose level of today lasts until tomorrow, on a daily and weekly course. */
    private static Panel panel(long seed) {
        var random = new SplittableRandom(seed);
        double[][] values = new double[2][DAYS * 24];
        for (int series = 0; series < 2; series++) {
            double drift = 0;
            for (int i = 0; i < values[series].length; i++) {
                drift = 0.98 * drift + 2 * random.nextGaussian();
                double course = 12 * StrictMath.sin(2 * Math.PI * (i % 24) / 24);
                double weekend = i / 24 % 7 >= 5 ? -9 : 0;
                boolean gap = random.nextInt(50) == 0;
                values[series][i] =
                        gap ? Double.NaN : (series + 1) * (80 + course + weekend + drift);
            }
        }
        return TwoPlaces.panel(values, HORIZON);
    }

    private static Training training(Panel panel, int end, String kept) {
        return new Training(
                "traffic.vehicle_count",
                Domain.TRAFFIC,
                panel,
                Covariates.none(),
                end,
                HORIZON,
                List.of("ridge", "gbm", "ensemble"),
                kept,
                Training.taste(Domain.TRAFFIC, panel).withEffort(20, 2_000),
                7);
    }

    private static Trained train(String kept) {
        return new Trainer(2, _ -> {}).train(training(panel(1), DAYS * 24, kept));
    }

    private static double[][] said(SavedModel model, Panel panel, int origin) {
        var features =
                new FeatureSet(
                        panel,
                        Covariates.none(),
                        new boolean[panel.length()],
                        model.provenance().parameters().base());
        double[][] out = new double[2][HORIZON];
        model.learnt().forecast(features, BOTH, origin, out);
        return out;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ensemble", "ridge", "gbm", "last", "yesterday", "last-week", "week-mean"})
    void aModelReadAgainForecastsTheSameBits(String kept) throws IOException {
        try (Trained trained = train(kept)) {
            ModelFolder.write(trained.model(), folder.resolve("m"));
            try (SavedModel read = ModelFolder.read(folder.resolve("m"))) {
                assertThat(read.provenance()).isEqualTo(trained.model().provenance());
                Panel other = panel(2);
                for (int origin : new int[] {DAYS * 24, DAYS * 24 - 31}) {
                    assertThat(said(read, other, origin))
                            .isDeepEqualTo(said(trained.model(), other, origin));
                }
                for (int step = 0; step < HORIZON; step++) {
                    assertThat(read.widths().half(1, 0, step, 1))
                            .isEqualTo(trained.model().widths().half(1, 0, step, 1));
                }
            }
        }
    }

    @Test
    void theSameSeedMakesTheSameBytes() throws IOException {
        for (String name : List.of("one", "two")) {
            try (Trained trained = train("ensemble")) {
                ModelFolder.write(trained.model(), folder.resolve(name));
            }
        }
        for (String file : List.of("model.json", "model.bin", "intervals.bin", "SHA256SUMS")) {
            assertThat(Files.readAllBytes(folder.resolve("two").resolve(file)))
                    .isEqualTo(Files.readAllBytes(folder.resolve("one").resolve(file)));
        }
    }

    @Test
    void aZipHoldsTheFolderAndIsTheSameEachTime() throws IOException {
        byte[][] zips = new byte[2][];
        for (int i = 0; i < 2; i++) {
            try (Trained trained = train("ensemble")) {
                zips[i] = ModelZip.pack(trained.model());
            }
        }
        assertThat(zips[1]).isEqualTo(zips[0]);
        ModelZip.unpack(zips[0], folder.resolve("unpacked"));
        try (Trained trained = train("ensemble");
                SavedModel read = ModelFolder.read(folder.resolve("unpacked"))) {
            Panel other = panel(2);
            assertThat(said(read, other, DAYS * 24))
                    .isDeepEqualTo(said(trained.model(), other, DAYS * 24));
        }
    }

    @Test
    void whatComesAfterTheEndChangesNothing() throws IOException {
        Panel panel = panel(1);
        int end = (DAYS - 2) * 24;
        double[][] changed = {panel.copy(0), panel.copy(1)};
        for (int i = end; i < panel.length(); i++) {
            changed[0][i] = 1e6;
            changed[1][i] = -1e6;
        }
        Panel later = Panel.of(panel.grid(), panel.names(), changed);
        int number = 0;
        for (Panel each : List.of(panel.before(end).reaching(panel.length()), panel, later)) {
            try (Trained trained = new Trainer(1, _ -> {}).train(training(each, end, "ensemble"))) {
                ModelFolder.write(trained.model(), folder.resolve("m" + number++));
            }
        }
        for (String file : List.of("model.bin")) {
            byte[] first = Files.readAllBytes(folder.resolve("m0").resolve(file));
            assertThat(Files.readAllBytes(folder.resolve("m1").resolve(file))).isEqualTo(first);
            assertThat(Files.readAllBytes(folder.resolve("m2").resolve(file))).isEqualTo(first);
        }
    }

    @Test
    void theBestBaselineIsKeptWhereTheMixDoesNoBetter() {
        Panel wandering = panel(1);
        double[][] weekly = new double[2][wandering.length()];
        for (int i = 0; i < weekly[0].length; i++) {
            weekly[0][i] = 50 + i % 168;
            weekly[1][i] = 900 - 3 * (i % 168);
        }
        Panel steady = Panel.of(wandering.grid(), wandering.names(), weekly);
        for (Panel each : List.of(wandering, steady)) {
            try (Trained trained =
                    new Trainer(2, _ -> {}).train(training(each, DAYS * 24, Training.WINNER))) {
                var about = trained.model().provenance();
                assertThat(about.model())
                        .isEqualTo(each.equals(steady) ? about.baseline() : "ensemble");
                assertThat(trained.model().learnt().name()).isEqualTo(about.model());
            }
        }
    }

    private static double figure(Map<String, Object> figures, String name) {
        return figures.get(name) instanceof Double value ? value : Double.NaN;
    }

    @Test
    void whatLastsIsForecastBetterThanByTheBaselines() {
        try (Trained trained = train("ensemble")) {
            var figures = trained.model().provenance();
            assertThat(figure(figures.score(), "mae"))
                    .isLessThan(figure(figures.baselineScore(), "mae"));
            assertThat(figure(figures.score(), "coverage95_percent")).isBetween(88.0, 99.5);
            assertThat(figures.foldScores()).hasSize(5);
            assertThat(figures.foldScores().getFirst()).doesNotContainKey("coverage95_percent");
            assertThat(trained.board().stream().filter(Trained.Standing::baseline)).hasSize(6);
        }
    }

    @Test
    void whatFeaturesAddLeadsFromTheUsualToTheForecast() {
        try (Trained trained = train("ensemble")) {
            Panel panel = panel(1);
            var features =
                    new FeatureSet(
                            panel,
                            Covariates.none(),
                            new boolean[panel.length()],
                            trained.model().provenance().parameters().base());
            Explanation why =
                    trained.model().learnt().explain(features, 1, DAYS * 24, 3).orElseThrow();
            double sum =
                    why.usual()
                            + why.contributions().stream().mapToDouble(Contribution::effect).sum();
            assertThat(sum).isCloseTo(why.forecast(), within(1e-6));
            assertThat(why.forecast())
                    .isCloseTo(said(trained.model(), panel, DAYS * 24)[1][3], within(1e-6));
            assertThat(why.strongest(1).getFirst().effect()).isNotZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "model.bin", "intervals.bin", "SHA256SUMS"})
    void aChangedOrMissingFileIsNamed(String file) throws IOException {
        try (Trained trained = train("ridge")) {
            ModelFolder.write(trained.model(), folder.resolve("m"));
        }
        Path path = folder.resolve("m").resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length / 2] ^= 1;
        Files.write(path, bytes);
        assertThatThrownBy(() -> ModelFolder.read(folder.resolve("m")))
                .isInstanceOf(BadModelException.class)
                .hasMessageContaining(folder.resolve("m").toString())
                .hasMessageContaining("has changed since it was written");
        Files.delete(path);
        assertThatThrownBy(() -> ModelFolder.read(folder.resolve("m")))
                .isInstanceOf(BadModelException.class)
                .hasMessageContaining(path + ": is missing");
    }
}
