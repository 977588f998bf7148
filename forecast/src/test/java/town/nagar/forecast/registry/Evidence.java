package town.nagar.forecast.registry;

import java.util.List;
import java.util.stream.Stream;
import town.nagar.forecast.registry.release.WalkForward;
import town.nagar.forecast.registry.release.WalkForward.Against;
import town.nagar.forecast.registry.release.WalkForward.Chance;
import town.nagar.forecast.registry.release.WalkForward.Horizon;

/** Evidence for and against a version. */
public final class Evidence {
    private Evidence() {}

    /** Beats every baseline. */
    public static WalkForward good() {
        return hourly(0.4);
    }

    /** Does not beat last week's value over all horizons. */
    public static WalkForward poor() {
        return hourly(-0.25);
    }

    private static WalkForward hourly(double gainOverLastWeek) {
        return new WalkForward(
                "1h",
                "mae",
                60,
                List.of(horizon("1h", 0.5), horizon("24h", 0.5)),
                horizon("all horizons", gainOverLastWeek));
    }

    private static Horizon horizon(String ahead, double gainOverLastWeek) {
        List<Against> against =
                Stream.of("last", "yesterday", "last-week", "week-mean")
                        .map(one ->
                                new Against(
                                        one,
                                        9,
                                        one.equals("last-week") ? gainOverLastWeek : 0.5,
                                        3))
                        .toList();
        return new Horizon(ahead, 7, 81, 94, new Chance(76, 86), new Chance(91, 97), against);
    }
}
