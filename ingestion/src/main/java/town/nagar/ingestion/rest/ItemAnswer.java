package town.nagar.ingestion.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import town.nagar.contracts.readings.Flag;
import town.nagar.ingestion.door.Outcome;

/** What a sender is told about one item, with the HTTP status it has or would have alone. */
public record ItemAnswer(int status, Map<String, Object> fields) {
    /** The item was not taken, and must be sent again. */
    public static final int SEND_AGAIN = 503;

    public ItemAnswer {
        fields = new LinkedHashMap<>(fields);
    }

    /**
     * The answer to an outcome whose settling has ended, one way or the other, or takes too long.
     */
    public static ItemAnswer of(Outcome outcome) {
        boolean settled =
                outcome.settled().isDone() && !outcome.settled().isCompletedExceptionally();
        if (!settled) {
            return new ItemAnswer(
                    SEND_AGAIN, Map.of("result", "postponed", "message", "Send it again later"));
        }
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                    answer(
                            201,
                            "accepted",
                            accepted.sensorId(),
                            Map.of(
                                    "ingest_id",
                                    accepted.ingestId(),
                                    "flags",
                                    words(accepted.flags())));
            case Outcome.Duplicate duplicate ->
                    answer(200, "duplicate", duplicate.sensorId(), Map.of());
            case Outcome.Refused refused ->
                    answer(
                            422,
                            "refused",
                            refused.sensorId(),
                            Map.of(
                                    "reason",
                                    refused.reason().word(),
                                    "message",
                                    refused.message(),
                                    "dead_letter_id",
                                    refused.deadLetterId()));
            case Outcome.Postponed postponed ->
                    answer(SEND_AGAIN, "postponed", "", Map.of("message", postponed.why()));
        };
    }

    private static List<String> words(Set<Flag> flags) {
        return flags.stream().map(Flag::word).sorted().toList();
    }

    private static ItemAnswer answer(
            int status, String result, String sensorId, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("result", result);
        fields.put("sensor_id", sensorId);
        fields.putAll(more);
        return new ItemAnswer(status, fields);
    }
}
