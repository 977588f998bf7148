package town.nagar.forecast.registry.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import town.nagar.forecast.registry.release.WalkForward.Against;
import town.nagar.forecast.registry.release.WalkForward.Horizon;

/** A version's errors at one horizon, or at all together, beside those of each baseline. */
final class BesideBaselines {
    /** What of a baseline's error may be lost to it in the mean. */
    private static final double MEAN_SHARE = 0.05;

    /** What of a baseline's error may be lost to it beyond chance. */
    private static final double SURE_SHARE = 0.01;

    private final Horizon own;
    private final List<String> wanted;
    private final Map<String, Against> against;

    /**
     * Errors beside each other.
     *
     * @param wanted baselines that must be among them
     */
    BesideBaselines(Horizon own, List<String> wanted) {
        this.own = own;
        this.wanted = wanted;
        this.against =
                own.against().stream()
                        .collect(
                                Collectors.toMap(
                                        Against::baseline,
                                        Function.identity(),
                                        BesideBaselines::worse,
                                        TreeMap::new));
    }

    /** Who is told twice of a baseline believes the worse. */
    private static Against worse(Against a, Against b) {
        return a.gainLow() <= b.gainLow() ? a : b;
    }

    /** Where a baseline is not beaten by more than chance. */
    List<Objection> unbeaten() {
        List<Objection> objections = missing("low");
        told(
                one -> one.gainLow() > 0,
                one -> objection(gain(one.baseline(), "low"), one.gainLow(), "above 0"),
                objections);
        told(
                one -> own.error() < one.error(),
                one -> objection("error", own.error(), "below " + words(one)),
                objections);
        return objections;
    }

    /** Where a baseline is better by more than a margin, in the mean or beyond chance. */
    List<Objection> inferior() {
        List<Objection> objections = missing("high");
        told(
                one -> one.gainHigh() >= -SURE_SHARE * one.error(),
                one ->
                        objection(
                                gain(one.baseline(), "high"),
                                one.gainHigh(),
                                figure(-SURE_SHARE * one.error()) + " or more"),
                objections);
        told(
                one -> own.error() <= (1 + MEAN_SHARE) * one.error(),
                one ->
                        objection(
                                "error",
                                own.error(),
                                "at most %s, for %s"
                                        .formatted(
                                                figure((1 + MEAN_SHARE) * one.error()),
                                                words(one))),
                objections);
        return objections;
    }

    private List<Objection> missing(String end) {
        return wanted.stream()
                .filter(baseline -> !against.containsKey(baseline))
                .map(baseline -> new Objection(own.horizon(), gain(baseline, end), "", "recorded"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void told(
            Predicate<Against> fine,
            Function<Against, Objection> words,
            Collection<Objection> objections) {
        against.values().stream().filter(fine.negate()).map(words).forEach(objections::add);
    }

    private Objection objection(String figure, double value, String limit) {
        return new Objection(own.horizon(), figure, figure(value), limit);
    }

    private static String gain(String baseline, String end) {
        return "gain_over_%s_%s".formatted(baseline, end);
    }

    private static String words(Against one) {
        return "%s's %s".formatted(one.baseline(), figure(one.error()));
    }

    static String figure(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
