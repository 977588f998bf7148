package town.nagar.forecast.serving;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.rollout.Lineup;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.ModelShelf;

/** Has models and history at hand before anyone asks: from the start on, once a minute. */
final class KeptWarm implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptWarm.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Predictor predictor;
    private final ModelShelf shelf;
    private final Thread thread;

    private KeptWarm(Predictor predictor, ModelShelf shelf) {
        this.predictor = predictor;
        this.shelf = shelf;
        this.thread = Thread.ofVirtual().name("forecast-warm").unstarted(this::run);
    }

    /** Begins if it is wanted, and returns at once. */
    static KeptWarm start(Predictor predictor, ModelShelf shelf, boolean wanted) {
        KeptWarm warm = new KeptWarm(predictor, shelf);
        if (wanted) {
            warm.thread.start();
        }
        return warm;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (Measure measure : Measure.values()) {
                    warm(measure);
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    @Override
    public void close() {
        thread.interrupt();
    }
}
