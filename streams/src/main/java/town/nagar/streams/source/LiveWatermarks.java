package town.nagar.streams.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.Clock;
import org.apache.flink.util.clock.RelativeClock;
import town.nagar.contracts.readings.Flag;
import town.nagar.contracts.readings.Reading;

/**
 * Event time of one partition: the newest reading less the disorder that is allowed for.
 *
 * <p>A partition that has fallen quiet must not hold back the others, and the last windows of a
 * quiet town must close. So after a while without readings, event time goes on at the pace of the
 * clock if the readings were fresh when they came; else (a replay of old readings) the partition is
 * idle. A reading from a clock that is ahead moves nothing.
 */
final class LiveWatermarks implements WatermarkGenerator<Reading> {
    /** Readings that came later than this after they were measured are no sign of the present. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** After this long without old readings, event time passes the newest by as much. */
    private static final Duration COMPLETE = Duration.ofMinutes(1);

    private static final long NONE = Long.MIN_VALUE;

    private final long disorderMillis;
    private final long quietMillis;
    private final Clock clock;
    private final RelativeClock activity;
    private long newest = NONE;
    private long lastArrival;
    private long lastActivity;
    private long said = NONE;

    /**
     * A generator.
     *
     * @param clock what time it is
     * @param activity a clock that stands still while the job cannot read: who is not heard is not
     *     quiet
     */
    LiveWatermarks(Duration disorder, Duration quiet, Clock clock, RelativeClock activity) {
        this.disorderMillis = disorder.toMillis();
        this.quietMillis = quiet.toMillis();
        this.clock = clock;
        this.activity = activity;
        this.lastArrival = clock.absoluteTimeMillis();
        this.lastActivity = activity.relativeTimeMillis();
    }

    @Override
    public void onEvent(Reading reading, long timestamp, WatermarkOutput output) {
        if (!reading.flags().contains(Flag.CLOCK_AHEAD)) {
            newest = Math.max(newest, timestamp);
        }
        lastArrival = clock.absoluteTimeMillis();
        lastActivity = activity.relativeTimeMillis();
    }

    /**
     * What an idle partition said is ignored once all are idle, so it says its last word in one
     * period and is idle from the next.
     */
    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        long quietFor = activity.relativeTimeMillis() - lastActivity;
        boolean idle = quietFor >= quietMillis && !isFresh();
        long mark = mark(quietFor);
        if (idle && mark <= said) {
            output.markIdle();
        } else if (mark != NONE) {
            said = Math.max(said, mark);
            output.emitWatermark(new Watermark(said));
        }
    }

    private boolean isFresh() {
        return newest != NONE && Math.abs(lastArrival - newest) <= FRESH.toMillis();
    }

    private long mark(long quietFor) {
        if (newest == NONE) {
            return NONE;
        }
        long seen = newest - disorderMillis - 1;
        if (quietFor < quietMillis) {
            return seen;
        }
        if (isFresh()) {
            return seen + quietFor;
        }
        return quietFor < COMPLETE.toMillis() ? seen : newest + COMPLETE.toMillis() - 1;
    }
}
