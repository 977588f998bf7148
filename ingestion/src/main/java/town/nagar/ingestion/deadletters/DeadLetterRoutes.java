package town.nagar.ingestion.deadletters;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import town.nagar.ingestion.door.Door;
import town.nagar.kit.http.ApiException;
import town.nagar.kit.http.Query;

/** {@code /v1/admin/dead-letters}: look at what was refused, and send it in again. */
@RestController
public final class DeadLetterRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRoutes.class);
    private static final long RETRY_SECONDS = 10;
    private static final int PAGE = 50;
    private static final Set<String> FILTERS =
            new TreeSet<>(List.of("reason", "source", "domain", "state", "since", "limit"));

    private final DeadLetterTable table;
    private final Replay replay;
    private final Door door;
    private final InstantSource clock;

    /**
     * Routes over a table.
     *
     * @param mappings the folder with the town's mappings of files
     */
    public DeadLetterRoutes(DeadLetterTable table, Door door, Path mappings, InstantSource clock) {
        this.table = table;
        this.replay = new Replay(door, mappings);
        this.door = door;
        this.clock = clock;
    }

    /** A question to the table. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            LOG.warn("dead letters' table does not answer", e);
            throw ApiException.unavailable(
                    "The dead letters cannot be read now; none is lost", RETRY_SECONDS);
        }
    }

    @GetMapping("/v1/admin/dead-letters")
    Map<String, Object> list(HttpServletRequest request) {
        Query query =
                Query.of(
                        request, "reason", "source", "domain", "state", "since", "cursor", "limit");
        int limit = query.integer("limit", PAGE, 1, Filter.MAX_LIMIT);
        Filter filter =
                new Filter(
                        query.find("reason").orElse(""),
                        query.find("source").orElse(""),
                        query.find("domain").orElse(""),
                        state(query.find("state").orElse("")),
                        query.instant("since").orElse(Instant.EPOCH),
                        query.find("cursor").map(DeadLetterRoutes::cursor).orElse(Filter.NEWEST),
                        limit);
        List<KeptLetter> letters = ask(() -> table.list(filter));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", letters.stream().map(letter -> letter.fields(false)).toList());
        if (letters.size() == limit) {
            answer.put("next", Long.toString(letters.getLast().letter().id()));
        }
        return answer;
    }

    private static long cursor(String text) {
        return parseId(text)
                .orElseThrow(() ->
                        ApiException.invalidParameter("cursor", text, "the 'next' of a page"));
    }

    private static Optional<Long> parseId(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static String state(String word) {
        if (!word.isEmpty() && KeptLetter.State.find(word).isEmpty()) {
            throw ApiException.invalidParameter(
                    "state", word, List.of("waiting", "replayed", "failed_again"));
        }
        return word;
    }

    @GetMapping("/v1/admin/dead-letters/{id}")
    Map<String, Object> get(@PathVariable("id") String id, HttpServletRequest request) {
        Query.of(request);
        return letter(id).fields(true);
    }

    private KeptLetter letter(String id) {
        long number = parseId(id).orElseThrow(() -> ApiException.notFound("dead letter", id));
        return ask(() -> table.find(number))
                .orElseThrow(() -> ApiException.notFound("dead letter", id));
    }

    @PostMapping("/v1/admin/dead-letters/{id}/replay")
    Map<String, Object> replayOne(@PathVariable("id") String id, HttpServletRequest request)
            throws InterruptedException {
        Query.of(request);
        requireOpenDoor();
        if (!replay(letter(id))) {
            throw kafkaIsAway();
        }
        return letter(id).fields(false);
    }

    private void requireOpenDoor() {
        if (!door.isOpen()) {
            throw kafkaIsAway();
        }
    }

    private static ApiException kafkaIsAway() {
        return ApiException.unavailable("Kafka does not take the message now", RETRY_SECONDS);
    }

    private boolean replay(KeptLetter letter) throws InterruptedException {
        Optional<Replay.Result> result = replay.send(letter);
        if (result.isPresent()) {
            ask(() -> {
                Replay.Result is = result.get();
                table.replayed(letter.letter().id(), is.state(), is.text(), clock.instant());
                return is;
            });
        }
        return result.isPresent();
    }

    /** Sends in again what a filter tells, the oldest of it first; those replayed already stay. */
    @PostMapping("/v1/admin/dead-letters/replay")
    Map<String, Object> replayMany(
            @RequestBody Map<String, Object> wanted, HttpServletRequest request)
            throws InterruptedException {
        Query.of(request);
        requireOpenDoor();
        Filter filter = filter(wanted);
        List<KeptLetter> letters =
                ask(() -> table.list(filter)).stream()
                        .filter(letter -> letter.state() != KeptLetter.State.REPLAYED)
                        .toList();
        int sent = 0;
        for (KeptLetter letter : letters.reversed()) {
            if (!replay(letter)) {
                throw kafkaIsAway();
            }
            sent++;
        }
        return Map.of("replayed", sent, "letters", letters.stream().map(this::afterwards).toList());
    }

    private Map<String, Object> afterwards(KeptLetter letter) {
        long id = letter.letter().id();
        KeptLetter now = ask(() -> table.find(id)).orElse(letter);
        return Map.of("id", id, "state", now.state().word(), "last_result", now.lastResult());
    }

    private static Filter filter(Map<String, Object> wanted) {
        for (String name : wanted.keySet()) {
            if (!FILTERS.contains(name)) {
                throw ApiException.invalidParameter(
                        name, String.valueOf(wanted.get(name)), FILTERS);
            }
        }
        return new Filter(
                word(wanted, "reason"),
                word(wanted, "source"),
                word(wanted, "domain"),
                state(word(wanted, "state")),
                since(word(wanted, "since")),
                Filter.NEWEST,
                limit(wanted));
    }

    private static String word(Map<String, Object> wanted, String name) {
        return String.valueOf(wanted.getOrDefault(name, ""));
    }

    private static Instant since(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiException.invalidParameter(
                    "since", text, "a time such as 2026-02-06T00:00:00Z");
        }
    }

    private static int limit(Map<String, Object> wanted) {
        Object limit = wanted.getOrDefault("limit", Filter.MAX_LIMIT);
        if (limit instanceof Integer count && count >= 1 && count <= Filter.MAX_LIMIT) {
            return count;
        }
        throw ApiException.invalidParameter(
                "limit", limit, "a whole number from 1 to %d".formatted(Filter.MAX_LIMIT));
    }
}
