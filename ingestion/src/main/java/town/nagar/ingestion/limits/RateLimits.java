package town.nagar.ingestion.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A token bucket for each source, a token a reading; and a pause for all while the streams are
 * behind.
 *
 * <p>A message is let in whole when there is any token, and what it takes beyond is paid off before
 * the next one.
 */
public final class RateLimits {
    private static final int MAX_SOURCES = 50_000;
    private static final Duration WHILE_BEHIND = Duration.ofSeconds(1);

    private final LimitSettings settings;
    private final Map<String, Integer> rates;
    private final BooleanSupplier behind;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MAX_SOURCES).build();

    /**
     * Limits by settings.
     *
     * @param behind whether more comes in than the streams can store
     */
    public RateLimits(LimitSettings settings, InstantSource clock, BooleanSupplier behind) {
        this.settings = settings;
        this.behind = behind;
        rates = settings.rates();
        time =
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return clock.millis() * 1_000_000;
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return true;
                    }
                };
    }

    /** Whether all must wait, since more comes in than the streams can store. */
    public boolean isBehind() {
        return behind.getAsBoolean();
    }

    /** How long a source must wait before its next message; zero if it may send now. */
    public Duration pause(String source) {
        var probe = bucket(source).estimateAbilityToConsume(1);
        return Duration.ofNanos(probe.canBeConsumed() ? 0 : probe.getNanosToWaitForRefill());
    }

    /**
     * Counts readings of a source.
     *
     * @return how long their acknowledgement should wait so that the source keeps to its rate, and
     *     all sources to that of the streams
     */
    public Duration count(String source, int readings) {
        long nanos = bucket(source).consumeIgnoringRateLimits(Math.max(1, readings));
        return Duration.ofNanos(isBehind() ? Math.max(nanos, WHILE_BEHIND.toNanos()) : nanos);
    }

    private Bucket bucket(String source) {
        return buckets.get(source, this::fresh);
    }

    private Bucket fresh(String source) {
        long rate = rates.getOrDefault(source, settings.readingsPerSecond());
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(rate * settings.burstSeconds())
                                .refillGreedy(rate, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
