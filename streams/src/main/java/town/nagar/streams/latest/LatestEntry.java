package town.nagar.streams.latest;

import java.io.Serializable;

/** How the newest of a kind of thing is stored: where, how old, and its text. */
public interface LatestEntry<T> extends Serializable {
    /** The Redis key. */
    String key(T thing);

    /** Event time in epoch milliseconds; a newer one replaces an older. */
    long timeMillis(T thing);

    /** The JSON as the API serves it. */
    String json(T thing);
}
