package town.nagar.forecast.retraining;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.monitoring.Cause;
import town.nagar.forecast.monitoring.Concerns;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.NewVersions;
import town.nagar.forecast.serving.IndianTime;
import town.nagar.forecast.serving.Measure;
import town.nagar.forecast.serving.UsualTraining;
import town.nagar.forecast.training.ModelMaker;
import town.nagar.forecast.training.Trained;
import town.nagar.kit.http.ApiException;

/**
 * Trains models anew, one at a time on a thread of its own, and offers them.
 *
 * <p>Of each model one request waits at most, however many things call for it.
 */
final class Retraining implements Concerns, AutoCloseable {
    /** Who asks when no person does. */
    static final String ITSELF = "retraining";

    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final Parts parts;
    private final RetrainingSettings settings;
    private final InstantSource clock;
    private final Semaphore poke = new Semaphore(0);
    private final Thread thread;
    private boolean takenUp;

    /**
     * What it works with.
     *
     * @param production what speaks for a model's name
     * @param maker of new models
     * @param versions where new models go
     * @param log is told what was asked for and what failed
     */
    record Parts(
            Requests requests,
            Data data,
            Function<String, Production> production,
            ModelMaker maker,
            NewVersions versions,
            Log log,
            MeterRegistry meters) {}

    /** What there is to learn from. */
    @FunctionalInterface
    interface Data {
        /**
         * Values of a measure up to now.
         *
         * @return empty if nothing is known
         * @throws IOException if the history does not answer
         */
        Optional<TownData.Known> read(Measure measure, Instant now) throws IOException;
    }

    /** The log of what happens to a model. */
    interface Log {
        void add(String who, String what, String model, String why, Map<String, ?> detail);
    }

    private Retraining(Parts parts, RetrainingSettings settings, InstantSource clock) {
        this.parts = parts;
        this.settings = settings;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("forecast-retraining").daemon().unstarted(this::run);
    }

    /** Begins to work, and returns at once. */
    static Retraining start(Parts parts, RetrainingSettings settings, InstantSource clock) {
        Retraining retraining = new Retraining(parts, settings, clock);
        retraining.thread.start();
        return retraining;
    }

    @Override
    public void raise(Measure measure, Cause cause, String why) {
        if (settings.enabled()) {
            ask(measure, cause, ITSELF, why);
        }
    }

    /**
     * Asks for a training.
     *
     * @return whether it is new; false if one of the model waits already
     */
    boolean ask(Measure measure, Cause cause, String who, String why) {
        boolean fresh = parts.requests().add(measure.model(), cause, who, why, clock.instant());
        if (fresh) {
            LOG.info("retraining asked model={} cause={} why={}", measure.model(), cause, why);
            parts.log()
                    .add(
                            who,
                            "retraining asked",
                            measure.model(),
                            why,
                            Map.of("cause", cause.word()));
            poke.release();
        }
        return fresh;
    }

    /** Asks for what has not been trained for long, and looks whether a pause is over. */
    @Override
    public void ended(Instant now) {
        for (Measure measure : Measure.values()) {
            if (settings.enabled() && measure.isMeasured()) {
                schedule(measure, now);
            }
        }
        poke.release();
    }

    private void schedule(Measure measure, Instant now) {
        if (!(parts.production().apply(measure.model()) instanceof Production.Model model)) {
            return; // first models have a way of their own
        }
        Instant learnt =
                IndianTime.instant(LocalDateTime.parse(model.saved().provenance().until()));
        Instant last =
                parts.requests().lastEnd(measure.model()).filter(learnt::isBefore).orElse(learnt);
        if (!last.plus(settings.every()).isAfter(now)) {
            ask(
                    measure,
                    Cause.SCHEDULE,
                    ITSELF,
                    "the latest training was at %s, and one is due every %d h"
                            .formatted(last, settings.every().toHours()));
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var _ = poke.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                poke.drainPermits();
                work();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    private void work() {
        try {
            while (next()) {}
        } catch (ApiException e) {
            LOG.debug("queue of trainings away cause={}", e.toString());
        } catch (RuntimeException e) {
            LOG.warn("queue of trainings not looked at cause={}", e.toString());
        }
    }

    /** Trains the first that may be, and tells whether there was one. */
    private boolean next() {
        if (!takenUp) {
            parts.requests().takeUp();
            takenUp = true;
        }
        Instant now = clock.instant();
        Optional<Request> due =
                parts.requests().waiting().stream().filter(one -> isDue(one, now)).findFirst();
        due.ifPresent(this::train);
        return due.isPresent() && !Thread.currentThread().isInterrupted();
    }

    private boolean isDue(Request request, Instant now) {
        return request.cause() == Cause.BY_HAND
                || parts.requests()
                        .lastEnd(request.model())
                        .map(last -> !last.plus(settings.pause()).isAfter(now))
                        .orElse(true);
    }

    private void train(Request request) {
        parts.requests().began(request.id());
        try {
            Measure measure = Measure.find(request.model()).orElseThrow();
            end(request, true, train(request, measure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return; // the service stops; what runs is tried again at the next start
            }
            LOG.warn("retraining failed model={}", request.model(), e);
            end(request, false, String.valueOf(e.getMessage()));
            parts.log()
                    .add(
                            request.who(),
                            "retraining failed",
                            request.model(),
                            String.valueOf(e.getMessage()),
                            Map.of("cause", request.cause().word()));
        }
    }

    private void end(Request request, boolean well, String outcome) {
        parts.requests().ended(request.id(), well, outcome, clock.instant());
        Counter.builder("nagar.forecast.retrainings")
                .description("models trained anew, by what called for it")
                .tag("model", request.model())
                .tag("cause", request.cause().word())
                .tag("outcome", well ? "done" : "failed")
                .register(parts.meters())
                .increment();
    }

    private String train(Request request, Measure measure)
            throws IOException, InterruptedException {
        long started = System.nanoTime();
        TownData.Known known =
                parts.data()
                        .read(measure, clock.instant())
                        .orElseThrow(() -> new IOException("nothing is known to learn from"));
        Trained trained = parts.maker().train(UsualTraining.of(measure, known.panel()));
        String version = offered(trained, request, known.note());
        LOG.info(
                "retrained model={} cause={} version={} kind={} series={} seconds={}",
                measure.model(),
                request.cause(),
                version,
                trained.model().provenance().model(),
                known.panel().size(),
                (System.nanoTime() - started) / 1_000_000_000);
        return version;
    }

    private String offered(Trained trained, Request request, String note) throws IOException {
        String why = request.cause().word() + ": " + request.why();
        try {
            return parts.versions()
                    .offer(trained, request.who(), note.isEmpty() ? why : why + "; " + note);
        } catch (IOException | RuntimeException e) {
            trained.close();
            throw e;
        }
    }

    /** The newest requests of a model. */
    List<Request> list(Measure measure, int most) {
        return parts.requests().list(measure.model(), most);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
