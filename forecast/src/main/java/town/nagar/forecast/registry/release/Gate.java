package town.nagar.forecast.registry.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import town.nagar.forecast.registry.release.WalkForward.Against;
import town.nagar.forecast.registry.release.WalkForward.Horizon;

/**
 * What a version must show before people are shown what it says: at each horizon it beats every
 * seasonal baseline by more than chance, and its intervals hold what they promise but for chance.
 */
public final class Gate {
    /** By how many points the share of truths in an interval may miss its level, besides chance. */
    private static final double COVERAGE_POINTS = 3;

    /** Standard errors that chance stays within in 95 of 100 cases. */
    private static final double CHANCE = 1.96;

    /** Below this a bootstrap over origins says nothing. */
    private static final int LEAST_ORIGINS = 5;

    private static final List<String> WITHIN_A_DAY =
            List.of("last", "yesterday", "last-week", "week-mean");
    private static final List<String> BY_DAY = List.of("last", "last-week", "week-mean");
    private static final List<String> LONGER = List.of("last", "mean-3");

    private static final Comparator<Against> BY_NAME = Comparator.comparing(Against::baseline);

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
        evidence.horizons()
                .forEach(horizon -> judge(horizon, baselines, evidence.origins(), objections));
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

    private static void judge(
            Horizon horizon, List<String> baselines, int origins, List<Objection> objections) {
        Map<String, Against> against =
                horizon.against().stream()
                        .collect(
                                Collectors.toMap(
                                        Against::baseline, Function.identity(), Gate::worse));
        baselines.stream()
                .filter(baseline -> !against.containsKey(baseline))
                .map(baseline ->
                        new Objection(
                                horizon.horizon(), gain(baseline), "", "recorded and above 0"))
                .forEach(objections::add);
        against.values().stream()
                .filter(one -> !(one.gainLow() > 0))
                .sorted(BY_NAME)
                .map(one ->
                        new Objection(
                                horizon.horizon(),
                                gain(one.baseline()),
                                figure(one.gainLow()),
                                "above 0"))
                .forEach(objections::add);
        against.values().stream()
                .filter(one -> !(horizon.error() < one.error()))
                .sorted(BY_NAME)
                .map(one ->
                        new Objection(
                                horizon.horizon(),
                                "error",
                                figure(horizon.error()),
                                "below %s's %s".formatted(one.baseline(), figure(one.error()))))
                .forEach(objections::add);
        cover(horizon, WalkForward.LOW_LEVEL, horizon.coverage80Percent(), origins, objections);
        cover(horizon, WalkForward.HIGH_LEVEL, horizon.coverage95Percent(), origins, objections);
    }

    /** Who is told twice of a baseline believes the worse. */
    private static Against worse(Against a, Against b) {
        return a.gainLow() <= b.gainLow() ? a : b;
    }

    private static String gain(String baseline) {
        return "gain_over_%s_low".formatted(baseline);
    }

    private static void cover(
            Horizon horizon,
            double level,
            double percent,
            int origins,
            List<Objection> objections) {
        double points = points(level, origins);
        if (!(Math.abs(percent - level) <= points)) {
            objections.add(
                    new Objection(
                            horizon.horizon(),
                            "coverage%.0f_percent".formatted(level),
                            figure(percent),
                            String.format(
                                    Locale.ROOT,
                                    "from %.1f to %.1f",
                                    level - points,
                                    Math.min(100, level + points))));
        }
    }

    /** What a share may miss its level by where each origin counts as one trial. */
    private static double points(double level, int origins) {
        return COVERAGE_POINTS + CHANCE * Math.sqrt(level * (100 - level) / origins);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
