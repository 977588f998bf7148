package town.nagar.streams.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.Clock;
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
    private long newest = NONE;
    private long lastArrival;

    LiveWatermarks(Duration disorder, Duration quiet, Clock clock) {
        this.disorderMillis = disorder.toMillis();
        this.quietMillis = quiet.toMillis();
        this.clock = clock;
        this.lastArrival = clock.absoluteTimeMillis();
    }

    @Override
    public void onEvent(Reading reading, long timestamp, WatermarkOutput output) {
        if (!reading.flags().contains(Flag.CLOCK_AHEAD)) {
            newest = Math.max(newest, timestamp);
        }
        lastArrival = clock.absoluteTimeMillis();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        long quietFor = clock.absoluteTimeMillis() - lastArrival;
        if (quietFor < quietMillis) {
            emit(0, output);
        } else if (isFresh()) {
            emit(quietFor, output);
        } else {
            completeAfter(quietFor, output);
            output.markIdle();
        }
    }

    private void completeAfter(long quietFor, WatermarkOutput output) {
        if (quietFor >= COMPLETE.toMillis()) {
            emit(COMPLETE.toMillis() + disorderMillis, output);
        }
    }

    private boolean isFresh() {
        return newest != NONE && Math.abs(lastArrival - newest) <= FRESH.toMillis();
    }

    private void emit(long passedMillis, WatermarkOutput output) {
        if (newest != NONE) {
            output.emitWatermark(new Watermark(newest + passedMillis - disorderMillis - 1));
        }
    }
}
