package town.nagar.forecast.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.ModelShelf;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.training.ModelMaker;
import town.nagar.forecast.training.Trained;
import town.nagar.forecast.training.Training;
import town.nagar.kit.health.Health;

/**
 * Trains what no shelf has yet, in the background of the first start, on the past that simulated
 * sensors would have measured.
 */
final class FirstModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstModels.class);
    private static final String WHO = "first-models";
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    /** The cheapest first, and one of each domain before the second of any. */
    private static final List<Measure> ORDER =
            List.of(
                    Measure.MODAL_PRICE,
                    Measure.YIELD,
                    Measure.VEHICLE_COUNT,
                    Measure.PM25,
                    Measure.CONSUMPTION,
                    Measure.AVERAGE_SPEED,
                    Measure.CONGESTION_LEVEL,
                    Measure.AQI,
                    Measure.PM10);

    private final Duration after;
    private final Past past;
    private final KeptPast kept;
    private final ModelShelf shelf;
    private final NewVersions versions;
    private final ModelMaker maker;
    private final InstantSource clock;
    private final Map<Measure, String> states = new ConcurrentSkipListMap<>();
    private final Map<Measure, Trained> made = new EnumMap<>(Measure.class);
    private final Set<Measure> offered = EnumSet.noneOf(Measure.class);
    private final Thread thread;

    private FirstModels(
            Duration after,
            Past past,
            KeptPast kept,
            ModelShelf shelf,
            NewVersions versions,
            ModelMaker maker,
            InstantSource clock) {
        this.after = after;
        this.past = past;
        this.kept = kept;
        this.shelf = shelf;
        this.versions = versions;
        this.maker = maker;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("first-models").daemon().unstarted(this::run);
    }

    /** Begins after a while, and returns at once. */
    static FirstModels start(
            Duration after,
            Past past,
            KeptPast kept,
            ModelShelf shelf,
            NewVersions versions,
            ModelMaker maker,
            InstantSource clock) {
        FirstModels first = new FirstModels(after, past, kept, shelf, versions, maker, clock);
        first.thread.start();
        return first;
    }

    private void run() {
        try {
            Thread.sleep(after);
            trainAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    private void trainAll() throws InterruptedException {
        long started = System.nanoTime();
        List<Measure> left = left(ORDER);
        while (!left.isEmpty()) {
            Thread.sleep(AGAIN_AFTER);
            left = left(left);
        }
        LOG.info(
                "first models done ready={} of={} seconds={}",
                ready(),
                ORDER.size(),
                (System.nanoTime() - started) / 1_000_000_000);
    }

    /** Goes through some once; gives those that have to be tried again. */
    private List<Measure> left(List<Measure> some) throws InterruptedException {
        List<Measure> left = new ArrayList<>();
        for (Measure measure : some) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                if (!isSettled(measure)) {
                    left.add(measure);
                }
            } catch (IOException e) {
                left.add(measure);
                states.put(measure, "waits for the registry");
                LOG.warn("first model waits name={} cause={}", measure.model(), e.getMessage());
            } catch (RuntimeException e) {
                states.put(measure, "failed");
                LOG.warn("first model failed name={}", measure.model(), e);
            }
        }
        return left;
    }

    private boolean isSettled(Measure measure) throws IOException, InterruptedException {
        return switch (shelf.lineup(measure.model()).production()) {
            case Production.Model _ -> {
                states.remove(measure);
                made.remove(measure);
                yield true;
            }
            case Production.Unusable(_, var reason) -> {
                states.put(measure, reason);
                yield false;
            }
            case Production.None _ -> {
                Optional<Trained> trained = trained(measure);
                if (trained.isPresent()) {
                    offer(measure, trained.get());
                }
                yield trained.isEmpty();
            }
        };
    }

    /** Empty where there is nothing to learn from; made once, however often it is offered. */
    private Optional<Trained> trained(Measure measure) throws IOException, InterruptedException {
        if (!made.containsKey(measure)) {
            states.put(measure, "training");
            Optional<Panel> known = known(measure);
            if (known.isEmpty()) {
                states.put(measure, "nothing to learn from yet");
                return Optional.empty();
            }
            made.put(measure, train(measure, known.get()));
        }
        return Optional.ofNullable(made.get(measure));
    }

    private Optional<Panel> known(Measure measure) throws IOException {
        LocalDateTime until = measure.complete(IndianTime.local(clock.instant()));
        Optional<Panel> known = kept.find(measure);
        if (known.isEmpty()) {
            known = past.generate(measure, until);
            if (known.isPresent()) {
                kept.keep(measure, known.get());
            }
        }
        return known;
    }

    private void offer(Measure measure, Trained trained) throws IOException {
        if (offered.contains(measure)) {
            return; // until the shelf has seen it
        }
        states.put(measure, "being registered");
        String version = versions.offer(trained, WHO, "the first model of its name");
        offered.add(measure);
        LOG.info(
                "first model registered name={} model={} version={} mae={} baseline_mae={}",
                measure.model(),
                trained.model().provenance().model(),
                version,
                trained.model().provenance().score().get("mae"),
                trained.model().provenance().baselineScore().get("mae"));
    }

    private Trained train(Measure measure, Panel known) throws InterruptedException {
        long started = System.nanoTime();
        Trained trained = made(UsualTraining.of(measure, known));
        LOG.info(
                "first model trained name={} series={} seconds={}",
                measure.model(),
                known.size(),
                Math.rint((System.nanoTime() - started) / 1e8) / 10);
        return trained;
    }

    /** A training that failed is not the registry's trouble, and is not tried again. */
    private Trained made(Training training) throws InterruptedException {
        try {
            return maker.train(training);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many models speak. */
    int ready() {
        return (int)
                ORDER.stream()
                        .filter(measure ->
                                shelf.lineup(measure.model()).production()
                                        instanceof Production.Model)
                        .count();
    }

    /** How many there are to be. */
    int all() {
        return ORDER.size();
    }

    Health health() {
        return ready() == all()
                ? Health.up(Map.of("models", ready()))
                : Health.degraded(
                        "%d of %d models ready; baselines answer for the others: %s"
                                .formatted(ready(), all(), states));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
