package town.nagar.forecast.explain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Explanations already made, by the model's version and the features: the least lately asked for
 * goes first.
 *
 * <p>Each is made once, however many ask for it meanwhile; one that fails is not kept.
 */
public final class ExplanationCache {
    /** The features as their SHA-256. */
    private record Key(String modelVersion, String features) {}

    private final int most;
    private final Executor executor;
    private final Map<Key, CompletableFuture<Explanation>> made =
            new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most explanations kept, at least 1
     * @param executor on which they are made
     */
    public ExplanationCache(int most, Executor executor) {
        if (most < 1) {
            throw new IllegalArgumentException(most + " explanations");
        }
        this.most = most;
        this.executor = executor;
    }

    /** The explanation, or the promise of it. */
    public CompletableFuture<Explanation> ask(
            String modelVersion, float[] features, Supplier<Explanation> maker) {
        Key key = new Key(modelVersion, hash(features));
        CompletableFuture<Explanation> fresh = new CompletableFuture<>();
        synchronized (made) {
            CompletableFuture<Explanation> known = made.get(key);
            if (known != null) {
                return known.copy();
            }
            made.put(key, fresh);
            if (made.size() > most) {
                made.remove(made.keySet().iterator().next());
            }
        }
        make(key, fresh, maker);
        return fresh.copy();
    }

    private void make(Key key, CompletableFuture<Explanation> fresh, Supplier<Explanation> maker) {
        try {
            executor.execute(() -> complete(key, fresh, maker));
        } catch (RuntimeException e) { // refused by a full or closed executor
            fail(key, fresh, e);
        }
    }

    private void complete(
            Key key, CompletableFuture<Explanation> fresh, Supplier<Explanation> maker) {
        try {
            fresh.complete(maker.get());
        } catch (RuntimeException e) {
            fail(key, fresh, e);
        }
    }

    private void fail(Key key, CompletableFuture<Explanation> fresh, RuntimeException cause) {
        synchronized (made) {
            made.remove(key, fresh);
        }
        fresh.completeExceptionally(cause);
    }

    /** The explanation if it is there already. */
    public Optional<Explanation> find(String modelVersion, float[] features) {
        Key key = new Key(modelVersion, hash(features));
        synchronized (made) {
            return Optional.ofNullable(made.get(key))
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join);
        }
    }

    private static String hash(float[] features) {
        ByteBuffer bytes = ByteBuffer.allocate(features.length * Float.BYTES);
        bytes.asFloatBuffer().put(features);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
