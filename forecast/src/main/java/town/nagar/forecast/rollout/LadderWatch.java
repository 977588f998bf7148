package town.nagar.forecast.rollout;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.registry.catalogue.Catalogue;
import town.nagar.forecast.registry.catalogue.RegisteredModel;
import town.nagar.kit.recurring.Recurring;

/** Has all models' versions judged again and again, and shown to Prometheus. */
final class LadderWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LadderWatch.class);

    private final Catalogue catalogue;
    private final Ladder ladder;
    private final RolloutMeters meters;

    private LadderWatch(Catalogue catalogue, Ladder ladder, RolloutMeters meters) {
        this.catalogue = catalogue;
        this.ladder = ladder;
        this.meters = meters;
    }

    /** Begins after a while, and returns at once. */
    static Recurring start(
            Catalogue catalogue, Ladder ladder, RolloutMeters meters, Duration every) {
        return Recurring.start(
                Thread.ofVirtual().name("model-rollout"),
                every,
                every,
                new LadderWatch(catalogue, ladder, meters)::check);
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
}
