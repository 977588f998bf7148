package town.nagar.forecast.serving;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.artifact.Provenance;
import town.nagar.forecast.explain.Explanation;
import town.nagar.forecast.explain.ExplanationCache;
import town.nagar.forecast.feature.FeatureSet;
import town.nagar.forecast.rollout.Lineup.Production;

/** Why models say what they say. */
final class Explaining {
    private static final Logger LOG = LoggerFactory.getLogger(Explaining.class);
    private static final Duration WAIT_FOR_EXPLANATION = Duration.ofSeconds(1);

    private final ExplanationCache explanations;

    Explaining(ExplanationCache explanations) {
        this.explanations = explanations;
    }

    /**
     * Of the first step; empty if a baseline speaks, or if it takes longer than a second, and then
     * it is there the next time.
     */
    Optional<Explanation> of(Speaker speaker) {
        if (!speaker.reason().isEmpty()
                || !(speaker.snapshot().production() instanceof Production.Model model)) {
            return Optional.empty();
        }
        Provenance about = model.saved().provenance();
        if (about.model().equals(about.baseline())) {
            return Optional.empty(); // it has no parts to tell of
        }
        FeatureSet features = speaker.now().features();
        int origin = speaker.now().origin();
        float[] row = new float[features.names().size()];
        features.write(speaker.series(), origin, origin, row, 0);
        try {
            return Optional.of(
                    explanations
                            .ask(
                                    speaker.now().measure().model() + " " + model.version(),
                                    row,
                                    () ->
                                            model.saved()
                                                    .learnt()
                                                    .explain(features, speaker.series(), origin, 0)
                                                    .orElseThrow())
                            .get(WAIT_FOR_EXPLANATION.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof NoSuchElementException)) { // a baseline stands in
                LOG.warn(
                        "not explained measure={} cause={}",
                        speaker.now().measure().model(),
                        e.toString());
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
