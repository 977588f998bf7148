package town.nagar.forecast.rollout;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.registry.artifacts.Artifacts;
import town.nagar.forecast.registry.release.ChangeLog;
import town.nagar.forecast.registry.release.Release;
import town.nagar.forecast.registry.release.Releases;
import town.nagar.forecast.registry.release.Stage;
import town.nagar.forecast.rollout.Lineup.Beside;
import town.nagar.forecast.rollout.Lineup.Production;
import town.nagar.forecast.rollout.LocalCopies.Standings;
import town.nagar.forecast.rollout.LocalCopies.Stood;
import town.nagar.forecast.rollout.OpenModels.Opened;
import town.nagar.kit.health.Health;
import town.nagar.kit.http.ApiException;

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

    private static final int NOT_FOUND = 404;

    private final Releases releases;
    private final ChangeLog log;
    private final LocalCopies copies;
    private final OpenModels models;
    private final RolloutSettings settings;
    private final InstantSource clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile String away = "";

    /**
     * What was last seen of a name.
     *
     * @param mark the log's newest entry then; -1 if the registry was not asked
     */
    private record Seen(Lineup lineup, Standings standings, long mark, Instant at) {}

    private RegistryShelf(
            Releases releases,
            ChangeLog log,
            Artifacts artifacts,
            LocalCopies copies,
            RolloutSettings settings,
            InstantSource clock) {
        this.releases = releases;
        this.log = log;
        this.copies = copies;
        this.models = new OpenModels(artifacts, copies, clock);
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
        Seen known = seen.get(name);
        if (known == null) {
            Seen read = fromDisk(name); // outside of any lock: it reads files
            known = Optional.ofNullable(seen.putIfAbsent(name, read)).orElse(read);
            wake.release();
        }
        return known.lineup();
    }

    /** Lets it look at once. */
    void look() {
        wake.release();
    }

    private Seen fromDisk(String name) {
        Standings standings = copies.find(name).orElse(Standings.NONE);
        Production production =
                new Production.Unusable("", "the model registry has not answered yet");
        List<Beside> beside = new ArrayList<>();
        for (Stood one : standings.versions()) {
            Optional<SavedModel> saved = models.findLocal(name, one.hash());
            Stage stage = Stage.find(one.stage()).orElse(Stage.ARCHIVED);
            if (stage == Stage.PRODUCTION) {
                production = spoken(one, saved);
            } else {
                saved.ifPresent(model ->
                        beside.add(new Beside(stage, new Production.Model(one.version(), model))));
            }
        }
        Lineup lineup = new Lineup(production, beside, standings.canaryShare(), false);
        return new Seen(lineup, standings, -1, Instant.EPOCH);
    }

    private static Production spoken(Stood one, Optional<SavedModel> saved) {
        return saved.isPresent()
                ? new Production.Model(one.version(), saved.get())
                : new Production.Unusable(
                        one.version(),
                        "version %s has no local copy that can be used".formatted(one.version()));
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
            for (String name : List.copyOf(seen.keySet())) {
                Seen known = Optional.ofNullable(seen.get(name)).orElseThrow();
                if (known.mark() != mark
                        || !known.at().plus(LOOK_ANYWAY).isAfter(clock.instant())) {
                    seen.put(name, fromRegistry(name, known, mark));
                }
            }
            told("");
            models.closeRetired();
        } catch (RuntimeException e) { // of the database, the servers and all below them
            told(Optional.ofNullable(e.getCause()).orElse(e).toString());
            seen.replaceAll((_, known) -> unconfirmed(known));
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

    private static Seen unconfirmed(Seen known) {
        Lineup was = known.lineup();
        return new Seen(
                new Lineup(was.production(), was.beside(), was.canaryShare(), false),
                known.standings(),
                -1,
                known.at());
    }

    private Seen fromRegistry(String name, Seen before, long mark) {
        List<Release> all = releasesOf(name);
        List<Release> wanted = wanted(all);
        List<Stood> stood = new ArrayList<>();
        List<Beside> beside = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Production production = nobody(all);
        double share = 0;
        for (Release each : wanted) {
            String number = each.number().toString();
            Opened opened = models.open(name, each.version().source());
            if (each.stage() == Stage.PRODUCTION) {
                production =
                        switch (opened) {
                            case Opened.Model(_, var saved) -> new Production.Model(number, saved);
                            case Opened.Not(var reason) ->
                                    new Production.Unusable(
                                            number, "version %s: %s".formatted(number, reason));
                        };
            }
            switch (opened) {
                case Opened.Model(var hash, var saved) -> {
                    stood.add(new Stood(each.stage().word(), number, hash));
                    if (each.stage() != Stage.PRODUCTION) {
                        beside.add(new Beside(each.stage(), new Production.Model(number, saved)));
                    }
                }
                case Opened.Not(var reason) -> wrong.add(number + ": " + reason);
            }
            share = each.stage() == Stage.CANARY ? share(each) : share;
        }
        trouble(name, String.join("; ", wrong));
        Standings standings = new Standings(share, stood);
        if (!standings.equals(before.standings())) {
            keep(name, standings);
            models.retire(name, hashes(before.standings()), hashes(standings));
            LOG.info("lineup changed name={} stand={}", name, stood);
        }
        return new Seen(
                new Lineup(production, beside, share, true), standings, mark, clock.instant());
    }

    /** Where versions were taken out of service, that is not undone by training another. */
    private static Production nobody(List<Release> all) {
        return all.stream().anyMatch(one -> one.stage() == Stage.ARCHIVED)
                ? new Production.Unusable("", "no version is in production")
                : new Production.None("no model has been trained yet");
    }

    private List<Release> releasesOf(String name) {
        try {
            return releases.list(name);
        } catch (ApiException e) {
            if (e.status() == NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    /** Those in service, the one in production before, and the newest in shadow. */
    private List<Release> wanted(List<Release> all) {
        int previous =
                all.stream()
                        .filter(one -> one.stage() == Stage.PRODUCTION)
                        .mapToInt(Release::replaced)
                        .findFirst()
                        .orElse(0);
        List<Release> wanted = new ArrayList<>();
        all.stream()
                .filter(one ->
                        one.stage().answers()
                                || (one.stage() == Stage.ARCHIVED
                                        && one.version().version() == previous))
                .forEach(wanted::add);
        all.stream()
                .filter(one -> one.stage() == Stage.SHADOW)
                .sorted(Comparator.comparing(Release::number).reversed())
                .limit(settings.mostInShadow())
                .forEach(wanted::add);
        return wanted;
    }

    private double share(Release canary) {
        boolean widened =
                log.standing(canary.version().name(), canary.version().version()).widened();
        return widened ? settings.splitShare() : settings.canaryShare();
    }

    private void trouble(String name, String now) {
        String before = now.isEmpty() ? troubles.remove(name) : troubles.put(name, now);
        if (!now.isEmpty() && !now.equals(before)) {
            LOG.warn("model unusable name={} cause={}", name, now);
        }
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
        return troubles.isEmpty()
                ? Health.up(Map.of("models", models.count()))
                : Health.degraded("files that cannot be used: " + new TreeMap<>(troubles));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
