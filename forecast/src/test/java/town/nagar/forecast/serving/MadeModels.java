package town.nagar.forecast.serving;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.TimeGrid;
import town.nagar.forecast.serving.StubDataApi.Noise;
import town.nagar.forecast.training.Trained;
import town.nagar.forecast.training.Trainer;
import town.nagar.forecast.training.Training;

/** Small models of the stub's town. */
public final class MadeModels {
    private static final int HOURS = 45 * 24;
    private static final int DAYS = 150;

    private MadeModels() {}

    /** What the stub's places measured before a moment. */
    static Panel panel(Measure measure, List<String> places, Instant now) {
        return panel(measure, places, now, Noise.STEPS);
    }

    private static Panel panel(Measure measure, List<String> places, Instant now, Noise noise) {
        LocalDateTime until = measure.origin(IndianTime.local(now));
        int length = measure.step().isDay() ? DAYS : HOURS;
        var grid = new TimeGrid(measure.step().after(until, -length), measure.step(), length);
        double[][] values = new double[places.size()][length];
        for (int series = 0; series < values.length; series++) {
            for (int i = 0; i < length; i++) {
                values[series][i] =
                        StubDataApi.value(
                                noise,
                                places.get(series).split(":", 2)[0],
                                IndianTime.instant(grid.at(i)));
            }
        }
        return Panel.of(grid, places, values);
    }

    /** Trains a model and puts it in production. */
    public static void add(
            Path dataDir, Measure measure, List<String> places, Instant now, String kept)
            throws IOException {
        new FolderShelf(models(dataDir)).add(trained(measure, places, now, kept, 3).model());
    }

    /**
     * Trains a model.
     *
     * @param seed differs, and so does what is made of it
     */
    static Trained trained(
            Measure measure, List<String> places, Instant now, String kept, long seed) {
        return trained(measure, places, now, kept, seed, Noise.STEPS);
    }

    /** The same of places with other noise. */
    static Trained trained(
            Measure measure,
            List<String> places,
            Instant now,
            String kept,
            long seed,
            Noise noise) {
        Panel known = panel(measure, places, now, noise);
        Panel panel = known.reaching(known.length() + measure.horizon());
        var training =
                new Training(
                        measure.model(),
                        measure.domain(),
                        panel,
                        Covariates.none(),
                        known.length(),
                        measure.horizon(),
                        List.of("ridge", "gbm", "ensemble"),
                        kept,
                        Training.taste(measure.domain(), panel).withEffort(10, 1_500),
                        seed);
        return new Trainer(2, _ -> {}).train(training);
    }

    /** Where they are put. */
    public static Path models(Path dataDir) {
        return dataDir.resolve("forecast").resolve("models");
    }
}
