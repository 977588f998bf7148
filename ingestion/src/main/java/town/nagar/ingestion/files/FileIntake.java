package town.nagar.ingestion.files;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import town.nagar.contracts.Domain;
import town.nagar.ingestion.door.Door;
import town.nagar.ingestion.door.Intake;
import town.nagar.ingestion.door.Origin;
import town.nagar.ingestion.door.Outcome;
import town.nagar.ingestion.door.Reason;
import town.nagar.ingestion.door.Route;
import town.nagar.ingestion.files.Journal.Progress;
import town.nagar.ingestion.limits.RateLimits;
import town.nagar.ingestion.mapping.MappedFile;
import town.nagar.ingestion.mapping.MappedItem;
import town.nagar.ingestion.mapping.Mapping;
import town.nagar.ingestion.mapping.MappingException;
import town.nagar.ingestion.mapping.Mappings;

/** Takes one file through the door, some rows at a time, and keeps the journal. */
final class FileIntake {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final FileSettings settings;
    private final Path mappings;
    private final Journal journal;
    private final Door door;
    private final RateLimits limits;
    private final CountDownLatch closed;

    FileIntake(
            FileSettings settings,
            Path mappings,
            Journal journal,
            Door door,
            RateLimits limits,
            CountDownLatch closed) {
        this.settings = settings;
        this.mappings = mappings;
        this.journal = journal;
        this.door = door;
        this.limits = limits;
        this.closed = closed;
    }

    /** The intake was stopped before the file's end; the journal knows how far it was. */
    static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Takes a file in, from where the journal says.
     *
     * @throws MappingException if the file or its mapping cannot be read
     */
    Progress take(Inbox.Arrived arrived)
            throws IOException, InterruptedException, StoppedException {
        Progress progress = journal.read(arrived);
        try (Stream<MappedItem> items = open(arrived)) {
            Iterator<MappedItem> rest = items.skip(progress.items()).iterator();
            while (rest.hasNext()) {
                progress = takeSome(arrived, rest, progress);
                journal.write(arrived, progress);
            }
        } catch (UncheckedIOException e) {
            throw new MappingException("the file cannot be read: " + e.getMessage(), e);
        }
        return progress;
    }

    private Stream<MappedItem> open(Inbox.Arrived arrived) {
        Path file = arrived.file();
        if (MappedFile.isJsonLines(file)) {
            return MappedFile.openJsonLines(file, arrived.domain());
        }
        return MappedFile.open(file, mapping(file, arrived.domain()));
    }

    private Mapping mapping(Path file, Domain domain) {
        String name = file.getFileName().toString();
        Mapping mapping =
                Mappings.find(name, mappings)
                        .or(() -> Mappings.ofColumns(file, domain))
                        .orElseThrow(() ->
                                new MappingException(
                                        ("there is no mapping for '%s': put one into the folder"
                                                        + " mappings, or name the columns sensor_id,"
                                                        + " event_time and as the quantities")
                                                .formatted(name)));
        if (mapping.domain() != domain) {
            throw new MappingException(
                    "mapping %s is for %s, but the file lies in inbox/%s"
                            .formatted(mapping.name(), mapping.domain().word(), domain.word()));
        }
        return mapping;
    }

    private Progress takeSome(Inbox.Arrived arrived, Iterator<MappedItem> rest, Progress progress)
            throws IOException, InterruptedException, StoppedException {
        List<MappedItem> some = new ArrayList<>();
        while (rest.hasNext() && some.size() < settings.rowsAtOnce()) {
            some.add(rest.next());
        }
        List<Outcome> outcomes = settle(arrived, some);
        long refused = outcomes.stream().filter(Outcome.Refused.class::isInstance).count();
        if (refused > 0) {
            note(arrived.file(), some, outcomes);
        }
        return progress.plus(outcomes.size() - refused, refused);
    }

    /** Goes on until every item is in Kafka; those that are not are tried again. */
    private List<Outcome> settle(Inbox.Arrived arrived, List<MappedItem> items)
            throws InterruptedException, StoppedException {
        List<Outcome> outcomes =
                new ArrayList<>(items.stream().map(item -> take(arrived, item)).toList());
        pause(limits.count(source(arrived.file()), items.size()));
        for (int i = 0; i < outcomes.size(); i++) {
            while (!isSettled(outcomes.get(i))) {
                pause(settings.retryAfter());
                outcomes.set(i, take(arrived, items.get(i)));
            }
        }
        return outcomes;
    }

    private void pause(Duration wanted) throws InterruptedException, StoppedException {
        Duration pause = wanted.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wanted;
        if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new StoppedException();
        }
    }

    private boolean isSettled(Outcome outcome) throws InterruptedException, StoppedException {
        while (!outcome.settled().isDone()) {
            try {
                outcome.settled().get(settings.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                return false;
            } catch (java.util.concurrent.TimeoutException e) {
                pause(Duration.ZERO);
            }
        }
        return !outcome.settled().isCompletedExceptionally();
    }

    private Outcome take(Inbox.Arrived arrived, MappedItem item) {
        String file = arrived.file().getFileName().toString();
        Origin origin =
                Origin.of(
                        Route.FILE,
                        source(arrived.file()),
                        arrived.domain().word(),
                        "%s:%d".formatted(file, item.line()));
        return switch (item) {
            case MappedItem.Message message -> take(origin, message);
            case MappedItem.Bad(String reason, String original, long _) ->
                    door.refuse(
                            origin,
                            Reason.BAD_ROW,
                            reason,
                            original.getBytes(StandardCharsets.UTF_8));
        };
    }

    private Outcome take(Origin origin, MappedItem.Message message) {
        Intake intake = door.take(origin, message.json().getBytes(StandardCharsets.UTF_8));
        List<Outcome> outcomes = intake.outcomes();
        return outcomes.size() == 1 ? outcomes.getFirst() : worst(outcomes);
    }

    /** Of a line with an array: what must be sent again first, then what was refused. */
    private static Outcome worst(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.settled().isCompletedExceptionally())
                .findFirst()
                .or(() -> outcomes.stream().filter(Outcome.Refused.class::isInstance).findFirst())
                .orElseGet(outcomes::getLast);
    }

    private static String source(Path file) {
        return "file:" + file.getFileName();
    }

    private static void note(Path file, List<MappedItem> items, List<Outcome> outcomes)
            throws IOException {
        try (Writer out =
                Files.newBufferedWriter(
                        Inbox.errors(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < items.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Refused refused) {
                    out.write(errorLine(items.get(i).line(), refused));
                }
            }
        }
    }

    private static String errorLine(long line, Outcome.Refused refused) {
        String message =
                new String(JsonStringEncoder.getInstance().quoteAsString(refused.message()));
        return "{\"line\":%d,\"reason\":\"%s\",\"message\":\"%s\",\"dead_letter_id\":%d}\n"
                .formatted(line, refused.reason().word(), message, refused.deadLetterId());
    }

    /** Writes beside the file why nothing of it could be read. */
    static void noteFailure(Path file, String message) throws IOException {
        String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(message));
        Files.writeString(
                Inbox.errors(file),
                "{\"line\":0,\"reason\":\"unreadable_file\",\"message\":\"%s\"}\n"
                        .formatted(quoted),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
