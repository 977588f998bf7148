package town.nagar.forecast.registry.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import town.nagar.forecast.registry.release.WalkForward.Chance;
import town.nagar.forecast.registry.release.WalkForward.Horizon;

/**
 * What a version must show before people are shown what it says: over all horizons together it
 * beats every seasonal baseline by more than chance; at none of them is it worse than one by more
 * than a margin, in the mean or beyond chance; and its intervals hold what they promise, but for a
 * margin and chance.
 *
 * <p>All must hold at once, so asking for several things makes passing by chance no likelier than
 * the first alone (an intersection-union test, Berger 1982).
 */
public final class Gate {
    /** By how many points the share of truths in an interval may miss its level, besides chance. */
    private static final double COVERAGE_POINTS = 3;

    private static final String UNTOLD = "; what chance leaves open is not recorded";

    /** Below this a bootstrap over origins says nothing. */
    private static final int LEAST_ORIGINS = 5;

    private static final List<String> WITHIN_A_DAY =
            List.of("last", "yesterday", "last-week", "week-mean");
    private static final List<String> BY_DAY = List.of("last", "last-week", "week-mean");
    private static final List<String> LONGER = List.of("last", "mean-3");

    private static final Objection TOGETHER_MISSING =
            new Objection("", "together", "", "recorded: errors over all horizons together");

    private Gate() {}

    /** What speaks against a version without evidence. */
    public static List<Objection> judgeUnproven() {
        return List.of(new Objection("", "walk_forward", "", "recorded with the version"));
    }

    /** What speaks against a version with this evidence; nothing if it may pass. */
    public static List<Objection> judge(WalkForward evidence) {
        List<Objection> objections = new ArrayList<>();
        if (evidence.origins() < LEAST_ORIGINS) {
            objections.add(
                    new Objection(
                            "",
                            "origins",
                            Integer.toString(evidence.origins()),
                            LEAST_ORIGINS + " or more"));
        }
        List<String> baselines = baselines(evidence.step());
        evidence.findTogether()
                .ifPresentOrElse(
                        together ->
                                objections.addAll(
                                        new BesideBaselines(together, baselines).unbeaten()),
                        () -> objections.add(TOGETHER_MISSING));
        for (Horizon horizon : evidence.horizons()) {
            objections.addAll(new BesideBaselines(horizon, baselines).inferior());
            cover(horizon, objections);
        }
        return List.copyOf(objections);
    }

    /**
     * The seasonal baselines of a step such as {@code 15min}, {@code 1h}, {@code 1d}, {@code 1mo}.
     */
    static List<String> baselines(String step) {
        if (step.matches("\\d+(min|h)")) {
            return WITHIN_A_DAY;
        }
        return step.matches("\\d+d") ? BY_DAY : LONGER;
    }

    private static void cover(Horizon horizon, List<Objection> objections) {
        cover(horizon, WalkForward.LOW_LEVEL, horizon.coverage80Percent(), objections);
        cover(horizon, WalkForward.HIGH_LEVEL, horizon.coverage95Percent(), objections);
    }

    private static void cover(
            Horizon horizon, double level, double percent, List<Objection> objections) {
        Optional<Chance> chance = horizon.findChance(level);
        double low = chance.map(Chance::lowPercent).orElse(percent);
        double high = chance.map(Chance::highPercent).orElse(percent);
        if (high < level - COVERAGE_POINTS || low > level + COVERAGE_POINTS) {
            objections.add(
                    new Objection(
                            horizon.horizon(),
                            "coverage%.0f_percent".formatted(level),
                            BesideBaselines.figure(percent),
                            String.format(
                                    Locale.ROOT,
                                    "from %.0f to %.0f%s",
                                    level - COVERAGE_POINTS,
                                    level + COVERAGE_POINTS,
                                    chance.map(Gate::words).orElse(UNTOLD))));
        }
    }

    private static String words(Chance chance) {
        return String.format(
                Locale.ROOT,
                " within chance, which reaches from %.1f to %.1f",
                chance.lowPercent(),
                chance.highPercent());
    }
}
