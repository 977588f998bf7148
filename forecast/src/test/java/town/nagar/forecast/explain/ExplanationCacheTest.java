package town.nagar.forecast.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExplanationCacheTest {
    private static final float[] FEATURES = {1, 2};

    private final AtomicInteger made = new AtomicInteger();

    private Explanation explanation() {
        return new Explanation("SHAP", 0, made.incrementAndGet(), List.of());
    }

    @Test
    void theSameVersionAndFeaturesAreExplainedOnce() {
        ExplanationCache cache = new ExplanationCache(10, Runnable::run);
        Explanation first = cache.ask("1.0.0", FEATURES, this::explanation).join();
        assertThat(cache.ask("1.0.0", FEATURES.clone(), this::explanation).join()).isSameAs(first);
        assertThat(cache.ask("1.0.1", FEATURES, this::explanation).join()).isNotEqualTo(first);
        assertThat(cache.ask("1.0.0", new float[] {1, 2.0001f}, this::explanation).join())
                .isNotEqualTo(first);
        assertThat(made).hasValue(3);
    }

    @Test
    void theLeastLatelyAskedForGoesFirst() {
        ExplanationCache cache = new ExplanationCache(2, Runnable::run);
        cache.ask("1", new float[] {1}, this::explanation).join();
        cache.ask("1", new float[] {2}, this::explanation).join();
        cache.ask("1", new float[] {1}, this::explanation).join();
        cache.ask("1", new float[] {3}, this::explanation).join();
        assertThat(cache.find("1", new float[] {1})).isPresent();
        assertThat(cache.find("1", new float[] {2})).isEmpty();
        assertThat(cache.find("1", new float[] {3})).isPresent();
    }

    @Test
    void whoAsksMeanwhileWaitsForTheSame() {
        Deque<Runnable> later = new ArrayDeque<>();
        ExplanationCache cache = new ExplanationCache(10, later::add);
        CompletableFuture<Explanation> first = cache.ask("1", FEATURES, this::explanation);
        CompletableFuture<Explanation> second = cache.ask("1", FEATURES, this::explanation);
        assertThat(cache.find("1", FEATURES)).isEmpty();
        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(second.join()).isSameAs(first.join());
    }

    @Test
    void whatFailsIsNotKept() {
        ExplanationCache cache = new ExplanationCache(10, Runnable::run);
        CompletableFuture<Explanation> failed =
                cache.ask(
                        "1",
                        FEATURES,
                        () -> {
                            throw new IllegalStateException("no");
                        });
        assertThatThrownBy(failed::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("no");
        assertThat(cache.find("1", FEATURES)).isEmpty();
        assertThat(cache.ask("1", FEATURES, this::explanation).join().forecast()).isEqualTo(1);
    }
}
