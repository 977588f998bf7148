package town.nagar.forecast.rollout;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.registry.artifacts.Artifacts;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.rollout.LocalCopies.Standings;
import town.nagar.forecast.rollout.LocalCopies.Stood;
import town.nagar.kit.health.Health;

/**
 * The registry's versions, their files taken from the object store once and kept in local copies.
 *
 * <p>One thread looks whether the registry's log has grown, and reads anew what that may have
 * moved; whoever asks for a lineup is answered with what was last seen.
 */
final class RegistryShelf implements ModelShelf, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryShelf.class);

    /** The log knows nothing of moves on a server elsewhere, nor of files that come back. */
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(15);

    private final ChangeLog log;
    private final LocalCopies copies;
    private final OpenModels models;
    private final RegistryLineups lineups;
    private final RolloutSettings settings;
    private final InstantSource clock;
    private final Map<String, Known> names = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile String away = "";

    /**
     * What is known of a name.
     *
     * @param mark the log's newest entry then; -1 if the registry was not asked
     */
    private record Known(Seen seen, long mark, Instant at) {
        Lineup lineup() {
            return seen.lineup();
        }

        Standings standings() {
            return seen.standings();
        }
    }

    private RegistryShelf(
            Releases releases,
            ChangeLog log,
            Artifacts artifacts,
            LocalCopies copies,
            RolloutSettings settings,
            InstantSource clock) {
        this.log = log;
        this.copies = copies;
        this.models = new OpenModels(artifacts, copies, clock);
        this.lineups = new RegistryLineups(releases, log, models, settings);
        this.settings = settings;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("model-shelf").unstarted(this::run);
    }

    /** Begins to look, and returns at once. */
    static RegistryShelf start(
            Releases releases,
            ChangeLog log,
            Artifacts artifacts,
            LocalCopies copies,
            RolloutSettings settings,
            InstantSource clock) {
        RegistryShelf shelf = new RegistryShelf(releases, log, artifacts, copies, settings, clock);
        shelf.thread.start();
        return shelf;
    }

    @Override
    public Lineup lineup(String name) {
        Known known = names.get(name);
        if (known == null) {
            Seen read = LocalLineup.read(name, copies, models); // outside of any lock
            Known fresh = new Known(read, -1, Instant.EPOCH);
            known = Optional.ofNullable(names.putIfAbsent(name, fresh)).orElse(fresh);
            wake.release();
        }
        return known.lineup();
    }

    /** Lets it look at once. */
    void look() {
        wake.release();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lookAround();
                var _ = wake.tryAcquire(settings.pollEvery().toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    private void lookAround() {
        try {
            long mark = log.newest();
            for (String name : List.copyOf(names.keySet())) {
                Known known = Optional.ofNullable(names.get(name)).orElseThrow();
                if (known.mark() != mark
                        || !known.at().plus(LOOK_ANYWAY).isAfter(clock.instant())) {
                    names.put(name, fromRegistry(name, known, mark));
                }
            }
            told("");
            models.closeRetired();
        } catch (RuntimeException e) { // of the database, the servers and all below them
            told(Optional.ofNullable(e.getCause()).orElse(e).toString());
            names.replaceAll((_, known) -> unconfirmed(known));
        }
    }

    /** The log is told when the registry goes and comes. */
    private void told(String now) {
        if (!away.isEmpty() && now.isEmpty()) {
            LOG.info("model registry answers again");
        } else if (away.isEmpty() && !now.isEmpty()) {
            LOG.warn("model registry away, what is known speaks on cause={}", now);
        }
        away = now;
    }

    private static Known unconfirmed(Known known) {
        Lineup was = known.lineup();
        Lineup now = new Lineup(was.production(), was.beside(), was.canaryShare(), false);
        return new Known(new Seen(now, known.standings()), -1, known.at());
    }

    private Known fromRegistry(String name, Known before, long mark) {
        Seen now = lineups.read(name);
        if (!now.standings().equals(before.standings())) {
            keep(name, now.standings());
            models.retire(name, hashes(before.standings()), hashes(now.standings()));
            LOG.info("lineup changed name={} stand={}", name, now.standings().versions());
        }
        return new Known(now, mark, clock.instant());
    }

    private static Set<String> hashes(Standings standings) {
        return standings.versions().stream().map(Stood::hash).collect(Collectors.toSet());
    }

    private void keep(String name, Standings standings) {
        try {
            copies.keep(name, standings);
        } catch (IOException e) {
            LOG.warn("lineup not kept locally name={} cause={}", name, e.toString());
        }
    }

    /** Whether the registry answers and all versions' files can be used. */
    Health health() {
        if (!away.isEmpty()) {
            return Health.degraded(
                    "the model registry does not answer; what was known of it speaks on");
        }
        Map<String, String> troubles = lineups.troubles();
        return troubles.isEmpty()
                ? Health.up(Map.of("models", models.count()))
                : Health.degraded("files that cannot be used: " + troubles);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
