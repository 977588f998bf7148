package town.nagar.forecast.training;

import java.time.LocalDateTime;
import java.util.List;
import town.nagar.contracts.Domain;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;

/** Hours of two places, to learn from. */
public final class TwoPlaces {
    private TwoPlaces() {}

    /**
     * The places' panel, which reaches a horizon beyond what is known.
     *
     * @param values by place and hour
     */
    public static Panel panel(double[][] values, int horizon) {
        int hours = values[0].length;
        var grid = new TimeGrid(LocalDateTime.of(2025, 3, 3, 0, 0), Step.ofMinutes(60), hours);
        return Panel.of(grid, List.of("a", "b"), values).reaching(hours + horizon);
    }

    /** A small training of a ridge regression mixed with the baselines. */
    static Training training(double[][] values, int horizon, long seed) {
        Panel panel = panel(values, horizon);
        return new Training(
                "traffic.vehicle_count",
                Domain.TRAFFIC,
                panel,
                Covariates.none(),
                values[0].length,
                horizon,
                List.of("ridge", "ensemble"),
                "ensemble",
                Training.taste(Domain.TRAFFIC, panel).withEffort(5, 1_000),
                seed);
    }
}
