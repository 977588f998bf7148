package town.nagar.ingestion.deadletters;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import town.nagar.contracts.readings.DeadLetter;

/**
 * A dead letter and what became of it.
 *
 * @param lastReplayAt the epoch if it was never sent in again
 * @param lastResult what came of the last time; empty if there was none
 */
record KeptLetter(
        DeadLetter letter, State state, int replays, Instant lastReplayAt, String lastResult) {

    /** Where in its life a letter is. */
    enum State {
        WAITING,
        REPLAYED,
        FAILED_AGAIN;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<State> find(String word) {
            return java.util.Arrays.stream(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst();
        }
    }

    byte[] original() {
        return Base64.getDecoder().decode(letter.originalBase64());
    }

    /** As the API shows it; the original only where one letter is asked for. */
    Map<String, Object> fields(boolean withOriginal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", letter.id());
        fields.put("received_at", letter.receivedAt().toString());
        fields.put("route", letter.route());
        fields.put("source", letter.source());
        fields.put("domain", letter.domain());
        fields.put("address", letter.address());
        fields.put("reason", letter.reason());
        fields.put("message", letter.message());
        fields.put("state", state.word());
        fields.put("replays", replays);
        if (replays > 0) {
            fields.put("last_replay_at", lastReplayAt.toString());
            fields.put("last_result", lastResult);
        }
        if (withOriginal) {
            fields.put("original_base64", letter.originalBase64());
        }
        return fields;
    }
}
