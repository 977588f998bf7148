package town.nagar.streams.latest;

import java.net.URI;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * The newest of each key into Redis.
 *
 * @param address such as {@code redis://:password@127.0.0.1:6379}
 * @param interval at which the newest are stored
 */
public record LatestSink<T>(LatestEntry<T> entry, URI address, Duration interval)
        implements Sink<T> {
    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new LatestWriter<>(
                entry,
                new RedisLatest(address),
                interval,
                context.getProcessingTimeService(),
                context.metricGroup());
    }
}
