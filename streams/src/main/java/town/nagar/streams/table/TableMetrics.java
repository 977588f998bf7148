package town.nagar.streams.table;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What the table sink counts: written by the storing thread, read by the reporter. */
final class TableMetrics {
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong flushes = new AtomicLong();
    private final AtomicLong flushNanos = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();

    TableMetrics(MetricGroup group) {
        gauge(group, "nagar_sink_rows", rows);
        gauge(group, "nagar_sink_flushes", flushes);
        gauge(group, "nagar_sink_flush_nanos", flushNanos);
        gauge(group, "nagar_sink_refused_rows", refused);
        gauge(group, "nagar_sink_retries", retries);
    }

    private static void gauge(MetricGroup group, String name, AtomicLong value) {
        group.gauge(name, (Gauge<Long>) value::get);
    }

    void flushed(int count, long nanos) {
        rows.addAndGet(count);
        flushes.incrementAndGet();
        flushNanos.addAndGet(nanos);
    }

    void refused() {
        refused.incrementAndGet();
    }

    void retried() {
        retries.incrementAndGet();
    }
}
