package town.nagar.forecast.rollout;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.catalogue.RegisteredModel;

/** Has all models' versions judged again and again, and shown to Prometheus. */
final class LadderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LadderWatch.class);

    private final Catalogue catalogue;
    private final Ladder ladder;
    private final RolloutMeters meters;
    private final Duration every;
    private final Thread thread;

    private LadderWatch(Catalogue catalogue, Ladder ladder, RolloutMeters meters, Duration every) {
        this.catalogue = catalogue;
        this.ladder = ladder;
        this.meters = meters;
        this.every = every;
        this.thread = Thread.ofVirtual().name("model-rollout").unstarted(this::run);
    }

    /** Begins after a while, and returns at once. */
    static LadderWatch start(
            Catalogue catalogue, Ladder ladder, RolloutMeters meters, Duration every) {
        LadderWatch watch = new LadderWatch(catalogue, ladder, meters, every);
        watch.thread.start();
        return watch;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(every);
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    private void check() {
        try {
            List<String> models =
                    catalogue.listModels().stream().map(RegisteredModel::name).toList();
            models.forEach(ladder::check);
            meters.show(models);
        } catch (RuntimeException e) { // of the database, the servers and all below them
            LOG.warn("versions not judged cause={}", e.toString());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
