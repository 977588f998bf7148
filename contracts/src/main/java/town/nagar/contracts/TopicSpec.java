package town.nagar.contracts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A topic as whoever comes first makes it.
 *
 * @param partitions a fixed number where order over all keys matters; else as many as wanted
 * @param configs in Kafka's own terms
 */
public record TopicSpec(String name, Optional<Integer> partitions, Map<String, String> configs) {
    /** How long readings and what windows made of them are kept, unless wanted otherwise. */
    public static final Duration READINGS_KEPT = Duration.ofDays(7);

    /** How long dead letters, alerts and late readings are kept, unless wanted otherwise. */
    public static final Duration EVENTS_KEPT = Duration.ofDays(30);

    private static final Duration NEWS_KEPT = Duration.ofMinutes(10);

    public TopicSpec {
        configs = Map.copyOf(configs);
    }

    /** All topics of a town. */
    public static List<TopicSpec> all(Duration readingsKept, Duration eventsKept) {
        List<TopicSpec> all = new ArrayList<>();
        for (Domain domain : Domain.values()) {
            all.add(kept(Topics.readings(domain), readingsKept));
            all.add(kept(Topics.processed(domain), readingsKept));
        }
        all.add(kept(Topics.DEAD_LETTER, eventsKept));
        all.add(kept(Topics.ALERTS, eventsKept));
        all.add(kept(Topics.LATE, eventsKept));
        all.add(single(Topics.REFERENCE, Map.of("cleanup.policy", "compact")));
        all.add(single(Topics.STREAM_LAG, Map.of("retention.ms", millis(NEWS_KEPT))));
        return all;
    }

    /** Retention counts from arrival: else readings of long ago would vanish at once. */
    private static TopicSpec kept(String name, Duration time) {
        return new TopicSpec(
                name,
                Optional.empty(),
                Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", millis(time)));
    }

    private static TopicSpec single(String name, Map<String, String> configs) {
        return new TopicSpec(name, Optional.of(1), configs);
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
