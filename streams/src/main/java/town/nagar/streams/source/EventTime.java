package town.nagar.streams.source;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.SystemClock;
import town.nagar.contracts.readings.Reading;

/**
 * How event time passes.
 *
 * @param disorder how much older than the newest a reading may be and still be in time
 * @param quiet after how long without readings a partition counts as quiet
 */
public record EventTime(Duration disorder, Duration quiet) implements Serializable {
    public WatermarkStrategy<Reading> strategy() {
        return WatermarkStrategy.<Reading>forGenerator(context ->
                        new LiveWatermarks(
                                disorder,
                                quiet,
                                SystemClock.getInstance(),
                                context.getInputActivityClock()))
                .withTimestampAssigner((reading, logTime) -> reading.eventTime().toEpochMilli());
    }
}
