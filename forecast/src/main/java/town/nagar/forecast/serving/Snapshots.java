package town.nagar.forecast.serving;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.feature.FeatureListener;
import town.nagar.forecast.rollout.Lineup;
import town.nagar.forecast.rollout.Lineup.Beside;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.ModelShelf;
import town.nagar.forecast.series.TimeGrid;

/**
 * The newest snapshot of each measure, at most five minutes old, made once however many ask.
 *
 * <p>After the first reading only what can have changed is asked for again: the latest part of the
 * memory.
 */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int LATEST_PARTS = 10;

    private final History history;
    private final KeptPast past;
    private final ModelShelf shelf;
    private final Telling telling;
    private final InstantSource clock;
    private final Executor executor;
    private final FeatureListener listener;
    private final Map<Measure, Kept> kept = new ConcurrentHashMap<>();
    private final Map<Measure, CompletableFuture<Kept>> making = new ConcurrentHashMap<>();

    /** What was read when, on which grid; the trouble is empty if all went well. */
    private record Kept(
            Instant at,
            TimeGrid grid,
            Map<String, double[]> stored,
            Lineup lineup,
            Optional<Outlook> outlook,
            String trouble) {}

    /**
     * A maker of snapshots.
     *
     * @param telling is handed what the versions say
     * @param executor on which they are made
     * @param listener told of each
     */
    Snapshots(
            History history,
            KeptPast past,
            ModelShelf shelf,
            Telling telling,
            InstantSource clock,
            Executor executor,
            FeatureListener listener) {
        this.history = history;
        this.past = past;
        this.shelf = shelf;
        this.telling = telling;
        this.clock = clock;
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * The snapshots of now.
     *
     * @return empty if no place has values, stored or generated
     */
    Optional<Outlook> now(Measure measure) {
        Lineup lineup = shelf.lineup(measure.model());
        Kept known = kept.get(measure);
        if (known != null && isOfNow(known, measure, lineup)) {
            if (!isFresh(known)) {
                var _ = make(measure); // meanwhile what is there will do
            }
            return known.outlook().map(one -> one.under(lineup));
        }
        return make(measure).join().outlook();
    }

    /** What went wrong when history was read last; empty if nothing. */
    String trouble(Measure measure) {
        Kept known = kept.get(measure);
        return known == null ? "" : known.trouble();
    }

    private boolean isFresh(Kept known) {
        return known.at().plus(FRESH).isAfter(clock.instant());
    }

    /** Whether it was made in this step of time, and for the versions that forecast now. */
    private boolean isOfNow(Kept known, Measure measure, Lineup lineup) {
        return known.grid().equals(grid(measure, clock.instant()))
                && words(known.lineup()).equals(words(lineup))
                && known.at().plus(FRESH).plus(FRESH).isAfter(clock.instant());
    }

    /** Differs where other versions are to forecast, or stand elsewhere. */
    private static List<String> words(Lineup lineup) {
        List<String> words = new ArrayList<>();
        words.add(word(lineup.production()));
        for (Beside one : lineup.beside()) {
            words.add(one.stage().word() + " " + one.model().version());
        }
        return words;
    }

    private static String word(Production production) {
        return production instanceof Production.Model(var version, _)
                ? version
                : production.reason();
    }

    private static TimeGrid grid(Measure measure, Instant now) {
        LocalDateTime origin = measure.origin(IndianTime.local(now));
        LocalDateTime start = measure.step().after(origin, -measure.memory());
        return new TimeGrid(start, measure.step(), measure.memory());
    }

    private CompletableFuture<Kept> make(Measure measure) {
        CompletableFuture<Kept> fresh = new CompletableFuture<>();
        CompletableFuture<Kept> running = making.putIfAbsent(measure, fresh);
        if (running != null) {
            return running;
        }
        executor.execute(() -> {
            try {
                Kept made = made(measure);
                kept.put(measure, made);
                making.remove(measure);
                fresh.complete(made);
            } catch (RuntimeException e) {
                making.remove(measure);
                fresh.completeExceptionally(new CompletionException(e));
            }
        });
        return fresh;
    }

    private Kept made(Measure measure) {
        Instant now = clock.instant();
        TimeGrid grid = grid(measure, now);
        Lineup lineup = shelf.lineup(measure.model());
        Map<String, double[]> stored = moved(measure, grid);
        String trouble = "";
        try {
            boolean first = stored.isEmpty();
            int from = first ? 0 : grid.length() - grid.length() / LATEST_PARTS;
            TimeGrid asked = new TimeGrid(grid.at(from), grid.step(), grid.length() - from);
            history.read(measure, asked)
                    .forEach((place, values) -> put(values, from, place, stored, grid));
        } catch (IOException e) {
            LOG.warn("history not read measure={} cause={}", measure.model(), e.toString());
            trouble = "stored history does not answer";
        }
        Optional<Outlook> outlook = outlook(measure, grid, stored, lineup);
        if (trouble.isEmpty()) {
            outlook.ifPresent(telling::tell);
        }
        outlook.map(one -> one.speaking().now()).ifPresent(places -> listen(places, now));
        return new Kept(now, grid, stored, lineup, outlook, trouble);
    }

    private void listen(PlacesNow places, Instant now) {
        listener.made(
                places.measure().model(), places.features(), places.fresh(), places.origin(), now);
    }

    private Optional<Outlook> outlook(
            Measure measure, TimeGrid grid, Map<String, double[]> stored, Lineup lineup) {
        var read = new Gathered(measure, grid, stored, past.find(measure));
        List<Outlook.Beside> beside = new ArrayList<>();
        for (Beside one : lineup.beside()) {
            Snapshot.of(one.model(), read)
                    .ifPresent(snapshot -> beside.add(new Outlook.Beside(one.stage(), snapshot)));
        }
        return Snapshot.of(lineup.production(), read)
                .map(snapshot -> new Outlook(lineup, snapshot, beside));
    }

    /** What was read before, on the grid of now. */
    private Map<String, double[]> moved(Measure measure, TimeGrid grid) {
        Map<String, double[]> stored = new HashMap<>();
        Kept known = kept.get(measure);
        if (known != null) {
            int by = known.grid().indexAtOrBefore(grid.at(0));
            known.stored()
                    .forEach((place, values) -> {
                        double[] slots = empty(grid);
                        for (int i = Math.max(0, -by); i < slots.length; i++) {
                            slots[i] = i + by < values.length ? values[i + by] : Double.NaN;
                        }
                        stored.put(place, slots);
                    });
        }
        return stored;
    }

    private static void put(
            double[] values, int from, String place, Map<String, double[]> stored, TimeGrid grid) {
        double[] slots = stored.computeIfAbsent(place, _ -> empty(grid));
        System.arraycopy(values, 0, slots, from, values.length);
    }

    private static double[] empty(TimeGrid grid) {
        double[] slots = new double[grid.length()];
        Arrays.fill(slots, Double.NaN);
        return slots;
    }
}
