package town.nagar.streams.table;

import java.time.Duration;
import java.time.InstantSource;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import town.nagar.contracts.Domain;
import town.nagar.streams.enrich.Sensed;

/**
 * Raw readings into their domain's table: at least once from Flink, once in the table.
 *
 * @param mostRows of a batch
 * @param interval after which a batch goes, however small
 */
public record TableSink(PostgresAddress address, Domain domain, int mostRows, Duration interval)
        implements Sink<Sensed> {
    @Override
    public SinkWriter<Sensed> createWriter(WriterInitContext context) {
        BatchStore store =
                new BatchStore(
                        address,
                        RawTable.of(domain),
                        InstantSource.system(),
                        new TableMetrics(context.metricGroup()));
        return new TableWriter(store, mostRows, interval, context.getProcessingTimeService());
    }
}
