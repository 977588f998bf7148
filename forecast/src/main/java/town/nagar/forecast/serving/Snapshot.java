package town.nagar.forecast.serving;

import java.util.Optional;
import java.util.stream.IntStream;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.rollout.Lineup.Production;

/** What a version says of all places now, and what it stands on. */
final class Snapshot {
    private final Production production;
    private final PlacesNow now;
    private final String misfit;
    private final double[][] forecasts;

    private Snapshot(Production production, PlacesNow now) {
        this.production = production;
        this.now = now;
        FeatureSet features = now.features();
        this.misfit = misfit(now.measure(), features, production);
        this.forecasts = misfit.isEmpty() ? forecasts(features) : new double[0][];
    }

    /**
     * What a version says of what was read.
     *
     * @return empty if no place is known
     */
    static Optional<Snapshot> of(Production production, Gathered read) {
        return read.of(production).map(now -> new Snapshot(production, now));
    }

    /** Why the model cannot be used on these features; empty if it can. */
    private static String misfit(Measure measure, FeatureSet features, Production production) {
        return switch (production) {
            case Production.None(var reason) -> reason;
            case Production.Unusable(_, var reason) -> reason;
            case Production.Model(_, var saved) -> {
                Provenance about = saved.provenance();
                if (!about.featureSet().equals(Provenance.featureSet(features.names()))) {
                    yield "the model was made with other features";
                }
                yield about.horizonSteps() < measure.horizon()
                                || !about.step().equals(measure.step())
                        ? "the model is of another horizon or step"
                        : "";
            }
        };
    }

    /** What the model says of all places that it knows, in one go. */
    private double[][] forecasts(FeatureSet features) {
        SavedModel saved = ((Production.Model) production).saved();
        int[] known = IntStream.range(0, saved.provenance().series().size()).toArray();
        double[][] out = new double[known.length][now.measure().horizon()];
        saved.learnt().forecast(features, known, now.origin(), out);
        return out;
    }

    Production production() {
        return production;
    }

    /** The places as the version wants them. */
    PlacesNow now() {
        return now;
    }

    /** Why the version cannot be used; empty if it can. */
    String misfit() {
        return misfit;
    }

    /**
     * What the model says, where it is no misfit.
     *
     * @param series one that the model knows
     * @param step ahead, 0 for the first time forecast
     */
    double forecast(int series, int step) {
        return forecasts[series][step];
    }
}
