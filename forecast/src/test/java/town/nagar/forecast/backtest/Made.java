package town.nagar.forecast.backtest;

import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import town.nagar.contracts.Domain;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;

/** Made-up hourly series of two places with a daily and weekly course, gaps and noise. */
final class Made {
    static final int DAY = 24;

    private Made() {}

    static Panel panel(long seed, int days) {
        var random = new SplittableRandom(seed);
        double[][] values = new double[2][days * DAY];
        for (int series = 0; series < 2; series++) {
            double drift = 0;
            for (int i = 0; i < values[series].length; i++) {
                drift = 0.95 * drift + random.nextGaussian();
                double course = 10 * StrictMath.sin(2 * Math.PI * (i % DAY) / DAY);
                double weekend = i / DAY % 7 >= 5 ? -8 : 0;
                boolean gap = random.nextInt(40) == 0;
                values[series][i] =
                        gap ? Double.NaN : (series + 1) * (50 + course + weekend + drift);
            }
        }
        var grid = new TimeGrid(LocalDateTime.of(2021, 3, 1, 0, 0), Step.ofMinutes(60), days * DAY);
        return Panel.of(grid, List.of("a", "b"), values);
    }

    static Outcome outcome(Panel panel, String model, long seed, int steps, Integer... origins) {
        return new Task(
                        Domain.TRAFFIC,
                        panel,
                        Covariates.none(),
                        List.of(origins),
                        steps,
                        model,
                        seed)
                .run(
                        new Progress(
                                new java.io.PrintStream(java.io.OutputStream.nullOutputStream()),
                                false));
    }
}
