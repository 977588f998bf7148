package town.nagar.forecast.rollout;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.nagar.forecast.artifact.SavedModel;
import town.nagar.forecast.registry.artifacts.Artifacts;
import town.nagar.kit.http.ApiException;

/** Models by the hash of their file, each opened once: from its local copy, or fetched for one. */
final class OpenModels {
    /** No snapshot holds a model for longer. */
    private static final Duration CLOSE_AFTER = Duration.ofMinutes(20);

    private static final Pattern HASH = Pattern.compile(".*/(?<hash>[0-9a-f]{64})");

    private final Artifacts artifacts;
    private final LocalCopies copies;
    private final InstantSource clock;
    private final Map<String, SavedModel> open = new ConcurrentHashMap<>();
    private final Map<String, Instant> retired = new ConcurrentHashMap<>();

    OpenModels(Artifacts artifacts, LocalCopies copies, InstantSource clock) {
        this.artifacts = artifacts;
        this.copies = copies;
        this.clock = clock;
    }

    private static String key(String name, String hash) {
        return name + " " + hash;
    }

    /** The model of a local copy that can be used, if there is one. */
    Optional<SavedModel> findLocal(String name, String hash) {
        Optional<SavedModel> saved =
                Optional.ofNullable(open.get(key(name, hash))).or(() -> copies.open(name, hash));
        saved.ifPresent(model -> open.put(key(name, hash), model));
        return saved;
    }

    /** A version's file, opened or not. */
    sealed interface Opened {
        record Model(String hash, SavedModel saved) implements Opened {}

        record Not(String reason) implements Opened {}
    }

    Opened open(String name, String source) {
        Matcher matcher = HASH.matcher(source);
        if (!matcher.matches()) {
            return new Opened.Not("its file is none of ours: " + source);
        }
        String hash = matcher.group("hash");
        Optional<SavedModel> known = findLocal(name, hash);
        if (known.isPresent()) {
            return kept(name, hash, known.get());
        }
        try {
            return kept(name, hash, copies.take(name, hash, artifacts.get(source)));
        } catch (ApiException | IOException e) {
            return new Opened.Not(String.valueOf(e.getMessage()));
        }
    }

    private Opened kept(String name, String hash, SavedModel saved) {
        open.put(key(name, hash), saved);
        retired.remove(key(name, hash));
        return new Opened.Model(hash, saved);
    }

    /** Lets go of those of a name that are kept no more, after a while. */
    void retire(String name, Set<String> before, Set<String> kept) {
        before.stream()
                .filter(hash -> !kept.contains(hash))
                .forEach(hash -> retired.put(key(name, hash), clock.instant()));
    }

    void closeRetired() {
        Instant now = clock.instant();
        retired.entrySet()
                .removeIf(one -> {
                    boolean due = !one.getValue().plus(CLOSE_AFTER).isAfter(now);
                    if (due) {
                        Optional.ofNullable(open.remove(one.getKey())).ifPresent(SavedModel::close);
                    }
                    return due;
                });
    }

    int count() {
        return open.size();
    }
}
