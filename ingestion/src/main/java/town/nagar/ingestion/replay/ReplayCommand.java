package town.nagar.ingestion.replay;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import town.nagar.ingestion.mapping.MappedFile;
import town.nagar.ingestion.mapping.MappedItem;
import town.nagar.ingestion.mapping.Mapping;
import town.nagar.ingestion.mapping.MappingException;
import town.nagar.ingestion.mapping.Mappings;

/**
 * {@code replay}: sends a file into a running town, in the order of event times and, if asked, at
 * their pace. A million rows at a time are put in order.
 */
public final class ReplayCommand {
    private static final int SORTED_AT_ONCE = 1_000_000;
    private static final long PROGRESS_NANOS = 1_000_000_000L;
    private static final double NANOS = 1e9;

    private final ReplayArguments arguments;
    private final Tally tally;
    private final PrintStream progress;
    private final CountDownLatch never = new CountDownLatch(1);
    private final long startNanos = System.nanoTime();
    private long firstEventMillis = Long.MIN_VALUE;
    private long nextProgressNanos = startNanos + PROGRESS_NANOS;

    private ReplayCommand(ReplayArguments arguments, Tally tally, PrintStream progress) {
        this.arguments = arguments;
        this.tally = tally;
        this.progress = progress;
    }

    /**
     * Runs the command.
     *
     * @param out gets the summary
     * @param err gets progress and errors
     * @return 0, or 1 if the work failed, or 2 if the arguments are wrong
     */
    public static int run(String[] args, PrintStream out, PrintStream err, Connection target) {
        try {
            ReplayArguments arguments = ReplayArguments.of(args);
            Tally tally = new Tally();
            double seconds = new ReplayCommand(arguments, tally, err).run(target);
            out.println(
                    arguments.json()
                            ? tally.json(seconds)
                            : "%s, in %.1f s".formatted(tally.line(), seconds));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(ReplayArguments.USAGE);
            return 2;
        } catch (ReplayException | MappingException | UncheckedIOException e) {
            err.println("replay failed: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** How many seconds it took. */
    private double run(Connection target) throws ReplayException, InterruptedException {
        try (Stream<MappedItem> items = open();
                Sender sender =
                        arguments.mqtt()
                                ? MqttSender.connect(target, arguments.domain(), tally)
                                : new RestSender(target, arguments.domain(), tally)) {
            Iterator<MappedItem> rest = items.iterator();
            while (rest.hasNext()) {
                for (MappedItem.Message message : some(rest)) {
                    keepPace(message, sender);
                    sender.send(message);
                    showProgress(message);
                }
            }
            sender.finish();
        }
        return (System.nanoTime() - startNanos) / NANOS;
    }

    private Stream<MappedItem> open() {
        Path file = arguments.file();
        if (MappedFile.isJsonLines(file)) {
            return MappedFile.openJsonLines(file, arguments.domain());
        }
        return MappedFile.open(file, mapping(file));
    }

    private Mapping mapping(Path file) {
        Mapping mapping =
                arguments
                        .map()
                        .map(Mappings::read)
                        .or(() -> Mappings.find(file.getFileName().toString(), Path.of("mappings")))
                        .or(() -> Mappings.ofColumns(file, arguments.domain()))
                        .orElseThrow(() ->
                                new MappingException(
                                        "no mapping fits '%s': give one by --map"
                                                .formatted(file.getFileName())));
        if (mapping.domain() != arguments.domain()) {
            throw new MappingException(
                    "mapping %s is for %s, not for %s"
                            .formatted(
                                    mapping.name(),
                                    mapping.domain().word(),
                                    arguments.domain().word()));
        }
        return mapping;
    }

    private List<MappedItem.Message> some(Iterator<MappedItem> rest) {
        List<MappedItem.Message> messages = new ArrayList<>();
        while (rest.hasNext() && messages.size() < SORTED_AT_ONCE) {
            switch (rest.next()) {
                case MappedItem.Message message -> messages.add(message);
                case MappedItem.Bad bad -> {
                    tally.badRows.incrementAndGet();
                    progress.println("line %d: %s".formatted(bad.line(), bad.reason()));
                }
            }
        }
        messages.sort(Comparator.comparingLong(MappedItem.Message::eventMillis));
        return messages;
    }

    private void keepPace(MappedItem.Message message, Sender sender)
            throws ReplayException, InterruptedException {
        if (arguments.speed() == 0 || message.eventMillis() < 0) {
            return;
        }
        if (firstEventMillis == Long.MIN_VALUE) {
            firstEventMillis = message.eventMillis();
        }
        double dueMillis = (message.eventMillis() - firstEventMillis) / arguments.speed();
        long waitMillis = (long) (dueMillis - (System.nanoTime() - startNanos) / 1e6);
        if (waitMillis > 0) {
            sender.flush();
            boolean _ = never.await(waitMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void showProgress(MappedItem.Message message) {
        if (System.nanoTime() >= nextProgressNanos) {
            nextProgressNanos = System.nanoTime() + PROGRESS_NANOS;
            String at =
                    message.eventMillis() < 0
                            ? ""
                            : ", at " + Instant.ofEpochMilli(message.eventMillis());
            progress.println(tally.line() + at);
        }
    }
}
