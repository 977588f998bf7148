package town.nagar.forecast.serving;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.rollout.Lineup;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.ModelShelf;
import town.nagar.kit.recurring.Recurring;

/** Has models and history at hand before anyone asks: from the start on, once a minute. */
final class KeptWarm {
    private static final Logger LOG = LoggerFactory.getLogger(KeptWarm.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Predictor predictor;
    private final ModelShelf shelf;

    private KeptWarm(Predictor predictor, ModelShelf shelf) {
        this.predictor = predictor;
        this.shelf = shelf;
    }

    /** Begins, and returns at once. */
    static Recurring start(Predictor predictor, ModelShelf shelf, boolean wanted) {
        KeptWarm warm = new KeptWarm(predictor, shelf);
        return Recurring.start("forecast-warm", EVERY, () -> warm.all(wanted));
    }

    private void all(boolean wanted) {
        if (wanted) {
            for (Measure measure : Measure.values()) {
                warm(measure);
            }
        }
    }

    private void warm(Measure measure) {
        try {
            Lineup lineup = shelf.lineup(measure.model());
            if (lineup.production() instanceof Production.Model || !lineup.beside().isEmpty()) {
                predictor.warm(measure);
            }
        } catch (RuntimeException e) {
            LOG.warn("not warmed measure={} cause={}", measure.model(), e.toString());
        }
    }
}
