package town.nagar.forecast.serving;

import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.function.Supplier;

/** Something large that is let go where memory is short, and made again when it is asked for. */
final class Remade<T> {
    private final Supplier<T> made;
    private volatile SoftReference<T> kept = new SoftReference<>(null);

    /**
     * Nothing yet.
     *
     * @param made the same each time
     */
    Remade(Supplier<T> made) {
        this.made = made;
    }

    T get() {
        return Optional.ofNullable(kept.get()).orElseGet(this::again);
    }

    private T again() {
        T fresh = made.get();
        kept = new SoftReference<>(fresh);
        return fresh;
    }
}
