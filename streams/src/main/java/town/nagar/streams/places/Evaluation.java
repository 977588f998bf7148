package town.nagar.streams.places;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.alerts.Episode;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Slice;

/**
 * One evaluation of a place at the end of a window: gives the logic its view, remembers results and
 * steps episodes on.
 */
final class Evaluation implements PlaceView, Findings {
    private final PlaceLogic logic;
    private final String place;
    private final Instant end;
    private final ReferenceBook book;
    private final PlaceMemory memory;
    private final boolean correction;
    private final Consumer<Aggregate> results;
    private final Consumer<AlertEvent> alerts;

    /**
     * An evaluation.
     *
     * @param correction true if the window was evaluated before; then no episode steps on, because
     *     those go forward in time
     */
    Evaluation(
            PlaceLogic logic,
            String place,
            Instant end,
            ReferenceBook book,
            PlaceMemory memory,
            boolean correction,
            Consumer<Aggregate> results,
            Consumer<AlertEvent> alerts) {
        this.logic = logic;
        this.place = place;
        this.end = end;
        this.book = book;
        this.memory = memory;
        this.correction = correction;
        this.results = results;
        this.alerts = alerts;
    }

    void run() {
        logic.evaluate(this, this);
        memory.forgetSlicesBefore(end.minus(logic.keepSlices()).minus(memory.grace()));
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public Instant end() {
        return end;
    }

    @Override
    public ReferenceBook book() {
        return book;
    }

    @Override
    public List<Slice> slices(Duration back) {
        return memory.slices(end.minus(back), end);
    }

    @Override
    public List<Aggregate> results(String kind, Duration back) {
        Instant from = end.minus(back);
        return memory.results(kind).stream()
                .filter(result ->
                        result.windowEnd().isAfter(from) && !result.windowEnd().isAfter(end))
                .toList();
    }

    @Override
    public void found(Aggregate result) {
        Optional.ofNullable(logic.keepResults().get(result.kind()))
                .ifPresent(kept -> remember(result, kept));
        results.accept(result);
    }

    private void remember(Aggregate result, Duration kept) {
        memory.put(result);
        memory.forgetResultsBefore(result.kind(), end.minus(kept).minus(memory.grace()));
    }

    @Override
    public void observed(Observation seen) {
        if (correction) {
            return;
        }
        String rule = seen.rule().name();
        Optional<Episode> open = memory.episode(rule, seen.placeId());
        Episode.Step step =
                open.map(episode -> episode.next(seen)).orElseGet(() -> Episode.begin(seen));
        if (!step.episode().equals(open)) {
            memory.put(rule, seen.placeId(), step.episode());
        }
        step.event().ifPresent(event -> told(event, seen));
    }

    private void told(AlertEvent event, Observation seen) {
        alerts.accept(event);
        if (seen.rule().session() && event.phase() == AlertEvent.Phase.CLEARED) {
            Results session =
                    Results.of(
                            event.rule() + "_session",
                            event.domain(),
                            event.placeId(),
                            event.at(),
                            Duration.between(event.openedAt(), event.at()));
            event.metrics().forEach(session::figure);
            results.accept(session.label("alert_id", event.alertId()).build());
        }
    }
}
