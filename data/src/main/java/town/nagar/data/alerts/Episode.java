package town.nagar.data.alerts;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;

/**
 * One alert from its opening to its clearing.
 *
 * @param last the newest of its events
 * @param clearedAt when it cleared, or when the next episode of its rule and place opened
 * @param superseded whether the next episode ended it, its own clearing not being known
 * @param repeats how often it fired again
 * @param severities each severity by the event time it began to hold
 */
record Episode(
        String alertId,
        AlertEvent last,
        Instant openedAt,
        Optional<Instant> clearedAt,
        boolean superseded,
        int repeats,
        SequencedMap<Instant, String> severities) {
    private static final Comparator<AlertEvent> IN_ORDER =
            Comparator.comparing(AlertEvent::at).thenComparing(AlertEvent::phase);

    /**
     * The episode that its events tell of, in whatever order and however often they were told.
     *
     * @param nextOpened when the next episode of the same rule and place opened
     */
    static Episode of(List<AlertEvent> events, Optional<Instant> nextOpened) {
        List<AlertEvent> inOrder = events.stream().distinct().sorted(IN_ORDER).toList();
        AlertEvent last = inOrder.getLast();
        Optional<Instant> cleared =
                inOrder.stream()
                        .filter(event -> event.phase() == Phase.CLEARED)
                        .map(AlertEvent::at)
                        .reduce((earlier, later) -> later);
        return new Episode(
                last.alertId(),
                last,
                inOrder.stream().map(AlertEvent::openedAt).min(Instant::compareTo).orElseThrow(),
                cleared.or(() -> nextOpened),
                cleared.isEmpty() && nextOpened.isPresent(),
                (int) inOrder.stream().filter(event -> event.phase() == Phase.REPEATED).count(),
                severities(inOrder));
    }

    private static SequencedMap<Instant, String> severities(List<AlertEvent> inOrder) {
        SequencedMap<Instant, String> severities = new LinkedHashMap<>();
        for (AlertEvent event : inOrder) {
            Map.Entry<Instant, String> before = severities.lastEntry();
            if (before == null || !before.getValue().equals(event.severity().word())) {
                severities.put(event.at(), event.severity().word());
            }
        }
        return severities;
    }
}
