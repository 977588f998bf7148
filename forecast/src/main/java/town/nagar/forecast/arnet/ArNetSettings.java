package town.nagar.forecast.arnet;

import java.util.List;
import town.nagar.forecast.torch.PassSettings;

/**
 * The net's shape and how it is trained.
 *
 * @param lags last values read, at least 1
 * @param horizon steps foretold at once, at least 1
 * @param hidden width of the layer between, or 0 for none: then it is linear in the lags
 * @param changepoints bends of the trend, evenly over the first 80 % of the series, 0 or more
 * @param cycles seasons, in steps
 * @param passes how it is trained
 */
public record ArNetSettings(
        int lags,
        int horizon,
        int hidden,
        int changepoints,
        List<Cycle> cycles,
        PassSettings passes) {
    public ArNetSettings {
        cycles = List.copyOf(cycles);
        if (lags < 1 || horizon < 1 || hidden < 0 || changepoints < 0) {
            throw new IllegalArgumentException(
                    "%d lags, %d ahead, %d hidden, %d changepoints"
                            .formatted(lags, horizon, hidden, changepoints));
        }
    }

    /** Hourly water demand: a week of lags, a day ahead, day and week as cycles. */
    public static ArNetSettings water() {
        List<Cycle> cycles = List.of(new Cycle(24, 6), new Cycle(168, 6));
        return new ArNetSettings(168, 24, 32, 5, cycles, new PassSettings(1e-3f, 64, 60, 8));
    }
}
