package town.nagar.forecast.serving;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.training.Trained;
import town.nagar.forecast.training.Trainer;
import town.nagar.kit.health.Health;

/**
 * Trains what no shelf has yet, in the background of the first start, on the past that simulated
 * sensors would have measured.
 */
final class FirstModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstModels.class);

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
    private final int threads;
    private final InstantSource clock;
    private final Map<Measure, String> states = new ConcurrentSkipListMap<>();
    private final Thread thread;

    private FirstModels(
            Duration after,
            Past past,
            KeptPast kept,
            ModelShelf shelf,
            int threads,
            InstantSource clock) {
        this.after = after;
        this.past = past;
        this.kept = kept;
        this.shelf = shelf;
        this.threads = threads;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("first-models").daemon().unstarted(this::run);
    }

    /** Begins after a while, and returns at once. */
    static FirstModels start(
            Duration after,
            Past past,
            KeptPast kept,
            ModelShelf shelf,
            int threads,
            InstantSource clock) {
        FirstModels first = new FirstModels(after, past, kept, shelf, threads, clock);
        first.thread.start();
        return first;
    }

    private void run() {
        try {
            Thread.sleep(after);
        } catch (InterruptedException e) {
            return; // the service stops
        }
        trainAll();
    }

    private void trainAll() {
        long started = System.nanoTime();
        for (Measure measure : ORDER) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                prepare(measure);
            } catch (IOException | RuntimeException e) {
                states.put(measure, "failed");
                LOG.warn("first model failed name={}", measure.model(), e);
            }
        }
        LOG.info(
                "first models done ready={} of={} seconds={}",
                ready(),
                ORDER.size(),
                (System.nanoTime() - started) / 1_000_000_000);
    }

    private void prepare(Measure measure) throws IOException {
        if (shelf.production(measure.model()) instanceof ModelShelf.Production.Model) {
            states.put(measure, "ready");
            return;
        }
        states.put(measure, "training");
        LocalDateTime until = measure.complete(IndianTime.local(clock.instant()));
        Optional<Panel> known = kept.find(measure);
        if (known.isEmpty()) {
            known = past.generate(measure, until);
            if (known.isPresent()) {
                kept.keep(measure, known.get());
            }
        }
        if (known.isEmpty()) {
            states.put(measure, "nothing to learn from yet");
            return;
        }
        train(measure, known.get());
    }

    private void train(Measure measure, Panel known) throws IOException {
        long started = System.nanoTime();
        Trained trained =
                new Trainer(
                                threads,
                                step ->
                                        LOG.debug(
                                                "training name={} step={}", measure.model(), step))
                        .train(UsualTraining.of(measure, known));
        String version = shelf.add(trained.model());
        states.put(measure, "ready");
        LOG.info(
                "first model ready name={} model={} version={} series={} mae={} baseline_mae={}"
                    + " seconds={} done={} of={}",
                measure.model(),
                trained.model().provenance().model(),
                version,
                known.size(),
                trained.model().provenance().score().get("mae"),
                trained.model().provenance().baselineScore().get("mae"),
                Math.rint((System.nanoTime() - started) / 1e8) / 10,
                ready(),
                ORDER.size());
    }

    /** How many models speak. */
    int ready() {
        return (int) states.values().stream().filter("ready"::equals).count();
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
