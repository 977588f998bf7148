package town.nagar.ingestion.deadletters;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.Topics;
import town.nagar.contracts.alerts.AlertEvent;
import town.nagar.contracts.alerts.AlertEvent.Phase;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.json.ContractJson;
import town.nagar.contracts.readings.DeadLetter;
import town.nagar.ingestion.publish.Outlet;

/**
 * Raises the alert {@code repeated_refusals} when many messages of one source are refused, and
 * clears it when few are. Its place is the source. For one thread.
 */
final class RefusalAlerts {
    static final String RULE = "repeated_refusals";
    private static final int MAX_SOURCES = 10_000;

    private final DeadLetterSettings settings;
    private final Outlet outlet;
    private final Map<String, Refused> bySource = new HashMap<>();

    /** One source's refusals within the window, and its open alert. */
    private static final class Refused {
        private final Deque<Long> atMillis = new ArrayDeque<>();
        private Domain domain = Domain.TRAFFIC;
        private String lastMessage = "";
        private long openedMillis = -1;

        private boolean isOpen() {
            return openedMillis >= 0;
        }
    }

    RefusalAlerts(DeadLetterSettings settings, Outlet outlet) {
        this.settings = settings;
        this.outlet = outlet;
    }

    /** Counts a refusal. */
    void count(DeadLetter letter) {
        if (bySource.size() >= MAX_SOURCES && !bySource.containsKey(letter.source())) {
            return;
        }
        Refused refused = bySource.computeIfAbsent(letter.source(), source -> new Refused());
        refused.atMillis.add(letter.receivedAt().toEpochMilli());
        while (refused.atMillis.size() > settings.alertCount()) {
            refused.atMillis.remove();
        }
        refused.domain = Domain.find(letter.domain()).orElse(refused.domain);
        refused.lastMessage = letter.message();
        long oldest = letter.receivedAt().minus(settings.alertWithin()).toEpochMilli();
        boolean many =
                refused.atMillis.size() >= settings.alertCount()
                        && refused.atMillis.getFirst() >= oldest;
        if (many && !refused.isOpen()) {
            refused.openedMillis = letter.receivedAt().toEpochMilli();
            send(letter.source(), refused, Phase.OPENED, letter.receivedAt());
        }
    }

    /** Clears what has become quiet, and forgets sources that have. */
    void tick(Instant now) {
        long oldest = now.minus(settings.alertWithin()).toEpochMilli();
        Iterator<Map.Entry<String, Refused>> all = bySource.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Refused> entry = all.next();
            Refused refused = entry.getValue();
            refused.atMillis.removeIf(at -> at < oldest);
            if (refused.isOpen() && refused.atMillis.size() < settings.clearCount()) {
                send(entry.getKey(), refused, Phase.CLEARED, now);
                refused.openedMillis = -1;
            }
            if (refused.atMillis.isEmpty()) {
                all.remove();
            }
        }
    }

    private void send(String source, Refused refused, Phase phase, Instant at) {
        Instant opened = Instant.ofEpochMilli(refused.openedMillis);
        Map<String, Double> metrics =
                Map.of(
                        "refusals", (double) refused.atMillis.size(),
                        "threshold", (double) settings.alertCount());
        AlertEvent event =
                new AlertEvent(
                        AlertEvent.idOf(RULE, source, opened),
                        RULE,
                        refused.domain,
                        source,
                        phase,
                        Severity.MEDIUM,
                        at.isBefore(opened) ? opened : at,
                        opened,
                        "Messages of %s are refused".formatted(source),
                        "%d or more messages of source '%s' within %d min were refused; the last: %s"
                                .formatted(
                                        settings.alertCount(),
                                        source,
                                        settings.alertWithin().toMinutes(),
                                        refused.lastMessage),
                        new TreeMap<>(metrics),
                        List.of());
        var _ = outlet.send(Topics.ALERTS, source, ContractJson.write(event));
    }
}
