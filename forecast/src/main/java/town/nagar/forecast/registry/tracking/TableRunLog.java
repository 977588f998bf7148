package town.nagar.forecast.registry.tracking;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Runs in the registry's own tables. */
public final class TableRunLog implements RunLog {
    private static final String NAME_TAG = "mlflow.runName";

    private final Experiments experiments;
    private final Runs runs;
    private final InstantSource clock;

    public TableRunLog(Experiments experiments, Runs runs, InstantSource clock) {
        this.experiments = experiments;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public String add(Done done) {
        Experiment experiment = experiment(done.experiment());
        String id = UUID.randomUUID().toString().replace("-", "");
        long now = clock.millis();
        Map<String, String> tags = new TreeMap<>(done.tags());
        tags.put(NAME_TAG, done.name());
        Run run =
                new Run(
                        id,
                        experiment.id(),
                        done.name(),
                        done.user(),
                        "FINISHED",
                        now,
                        now,
                        "%s/%s/artifacts".formatted(experiment.artifactLocation(), id),
                        "active",
                        List.of(),
                        Map.of(),
                        tags);
        runs.create(run);
        runs.update(run);
        done.parameters().forEach((key, value) -> runs.logParameter(id, key, value));
        done.metrics().forEach((key, value) -> runs.logMetric(id, new Metric(key, value, now, 0)));
        return id;
    }

    private Experiment experiment(String name) {
        Optional<Experiment> known = experiments.find(name);
        if (known.isEmpty()) {
            var _ = experiments.create(name, "", Map.of()); // empty: somebody else was faster
            known = experiments.find(name);
        }
        return known.orElseThrow();
    }
}
