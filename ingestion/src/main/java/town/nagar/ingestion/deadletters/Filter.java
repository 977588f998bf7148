package town.nagar.ingestion.deadletters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which letters are meant; an empty word, the epoch or {@link #NEWEST} mean any.
 *
 * @param before only letters with a smaller id
 */
record Filter(
        String reason,
        String source,
        String domain,
        String state,
        Instant since,
        long before,
        int limit) {
    static final long NEWEST = Long.MAX_VALUE;
    static final int MAX_LIMIT = 1_000;

    /** The SQL condition, with a question mark for each of {@link #parameters}. */
    String condition() {
        List<String> conditions = new ArrayList<>(List.of("id < ?", "received_at >= ?"));
        words().forEach(word -> conditions.add(word.column() + " = ?"));
        return String.join(" AND ", conditions);
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>(List.of(before, java.sql.Timestamp.from(since)));
        words().forEach(word -> parameters.add(word.value()));
        return parameters;
    }

    private record Word(String column, String value) {}

    private List<Word> words() {
        return List.of(
                        new Word("reason", reason),
                        new Word("source", source),
                        new Word("domain", domain),
                        new Word("state", state))
                .stream()
                .filter(word -> !word.value().isEmpty())
                .toList();
    }
}
