package town.nagar.engine.town;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.plan.TownPlan;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.uncertainty.Factor;
import town.nagar.engine.uncertainty.PairedResult;
import town.nagar.engine.uncertainty.PairedStudy;
import town.nagar.engine.uncertainty.Points;
import town.nagar.engine.uncertainty.StopRule;
import town.nagar.engine.uncertainty.Summary;
import town.nagar.engine.uncertainty.TownModel;

/** A policy in a town against its baseline, run by run on the same chance. */
public final class TownStudy {
    private TownStudy() {}

    /**
     * Runs a policy against the town as it is.
     *
     * @throws CancellationException if {@code progress} asked to end
     * @throws IllegalArgumentException naming what of the plan cannot be run
     */
    public static TownResult run(
            TownPlan plan, Policy policy, StudySettings settings, Progress progress) {
        return run(plan, Policy.none(), policy, settings, progress);
    }

    /** The same against another baseline, such as a future without the policy. */
    public static TownResult run(
            TownPlan plan,
            Policy baseline,
            Policy policy,
            StudySettings settings,
            Progress progress) {
        List<Scene> scenes = Scenes.of(plan, baseline, policy, settings);
        var done = new AtomicInteger();
        PairedResult pairs =
                study(settings)
                        .run(
                                () -> model(scenes.getFirst()),
                                () -> watched(model(scenes.getLast()), settings, progress, done),
                                stopRule(settings),
                                settings.threads());
        double gap = scenes.stream().mapToDouble(scene -> scene.traffic.gap).max().orElse(0);
        return result(plan, policy, settings, gap, pairs);
    }

    static TownRun model(Scene scene) {
        return new TownRun(scene, TownWatch.NONE);
    }

    static PairedStudy study(StudySettings settings) {
        List<Factor> factors = settings.uncertainInputs() ? Inputs.FACTORS : List.of();
        return PairedStudy.of(
                factors, Points.byChance(settings.seed()), settings.seed(), Measure.count());
    }

    private static StopRule stopRule(StudySettings settings) {
        return new StopRule(
                settings.leastRuns(),
                settings.mostRuns(),
                settings.level(),
                settings.halfWidth(),
                settings.steering().ordinal());
    }

    private static TownModel watched(
            TownModel model, StudySettings settings, Progress progress, AtomicInteger done) {
        return (Chance chance, double[] inputs, double[] outputs) -> {
            model.run(chance, inputs, outputs);
            int pairs = done.incrementAndGet();
            if (!progress.pairEnded(pairs, settings.mostRuns())) {
                throw new CancellationException(
                        "the study was ended after %d of %d pairs"
                                .formatted(pairs, settings.mostRuns()));
            }
        };
    }

    private static TownResult result(
            TownPlan plan, Policy policy, StudySettings settings, double gap, PairedResult pairs) {
        var estimates = new ArrayList<TownResult.Estimate>();
        for (Measure measure : Measure.values()) {
            int output = measure.ordinal();
            Summary without = pairs.baseline(output);
            Summary difference = pairs.difference(output);
            double percent = without.mean() == 0 ? 0 : 100 * difference.mean() / without.mean();
            estimates.add(
                    new TownResult.Estimate(
                            measure,
                            without,
                            pairs.policy(output),
                            difference,
                            percent,
                            pairs.correlation(output)));
        }
        return new TownResult(
                policy.name(),
                settings,
                plan.population().agents(),
                pairs.runs(),
                pairs.targetReached(),
                gap,
                estimates);
    }
}
