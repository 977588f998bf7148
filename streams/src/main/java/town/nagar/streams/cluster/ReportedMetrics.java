package town.nagar.streams.cluster;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Those of Flink's metrics that tell how the town's jobs do, as Prometheus text. Flink makes the
 * reporter itself, so what it reports to is one for the process.
 */
public final class ReportedMetrics implements MetricReporter {
    private static final Set<String> TOLD =
            Set.of(
                    "numRecordsIn",
                    "numRecordsOut",
                    "pendingRecords",
                    "records-lag-max",
                    "currentInputWatermark",
                    "backPressuredTimeMsPerSecond",
                    "busyTimeMsPerSecond",
                    "lastCheckpointDuration",
                    "lastCheckpointSize",
                    "numberOfCompletedCheckpoints",
                    "numberOfFailedCheckpoints",
                    "numRestarts",
                    "uptime");

    private static final String BACK_PRESSURE = prometheusName("backPressuredTimeMsPerSecond");

    private static final String PENDING = prometheusName("pendingRecords");

    private static final Map<Metric, Line> LINES = new ConcurrentHashMap<>();

    /** A metric's name and labels as Prometheus writes them. */
    private record Line(String name, Map<String, String> labels) {
        private String text(double value) {
            return labels.entrySet().stream()
                            .map(label -> label.getKey() + "=\"" + label.getValue() + '"')
                            .collect(Collectors.joining(",", name + "{", "} "))
                    + value;
        }
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (TOLD.contains(name) || name.startsWith("nagar_")) {
            LINES.put(metric, new Line(prometheusName(name), labels(group.getAllVariables())));
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        LINES.remove(metric);
    }

    private static String prometheusName(String name) {
        String snake = name.replaceAll("([a-z])([A-Z])", "$1_$2").replace('-', '_');
        String lower = snake.toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("nagar_")
                ? lower.replaceFirst("nagar_", "nagar_streams_")
                : "flink_" + lower;
    }

    private static Map<String, String> labels(Map<String, String> variables) {
        Map<String, String> labels = new TreeMap<>();
        Map.of(
                        "<job_name>", "job",
                        "<operator_name>", "operator",
                        "<task_name>", "task",
                        "<subtask_index>", "subtask")
                .forEach((variable, label) -> {
                    String value = variables.getOrDefault(variable, "");
                    if (!value.isEmpty()) {
                        labels.put(label, shortened(value));
                    }
                });
        return labels;
    }

    /** A chain of operators goes by its first one. */
    private static String shortened(String name) {
        int chain = name.indexOf(" -> ");
        String first = chain < 0 ? name : name.substring(0, chain);
        return first.replaceAll("[\"\\\\\n]", " ");
    }

    /** All values now, a line each. */
    static String text() {
        return LINES.entrySet().stream()
                .map(each -> each.getValue().text(value(each.getKey())))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The greatest share of the time that a task of a job waits for the next, 0 to 1. */
    static double backPressureOf(String job) {
        return LINES.entrySet().stream()
                .filter(each -> each.getValue().name().equals(BACK_PRESSURE))
                .filter(each -> job.equals(each.getValue().labels().get("job")))
                .mapToDouble(each -> value(each.getKey()) / 1000)
                .max()
                .orElse(0);
    }

    /** Readings that wait in Kafka for a job; none while it does not run. */
    static OptionalLong pendingOf(String job) {
        List<Metric> sources =
                LINES.entrySet().stream()
                        .filter(each -> each.getValue().name().equals(PENDING))
                        .filter(each -> job.equals(each.getValue().labels().get("job")))
                        .map(Map.Entry::getKey)
                        .toList();
        return sources.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        (long) sources.stream().mapToDouble(ReportedMetrics::value).sum());
    }

    private static double value(Metric metric) {
        return switch (metric) {
            case Counter counter -> counter.getCount();
            case Gauge<?> gauge when gauge.getValue() instanceof Number number ->
                    number.doubleValue();
            case Meter meter -> meter.getRate();
            case Histogram histogram -> histogram.getStatistics().getMean();
            default -> Double.NaN;
        };
    }

    /** For Flink, which finds it by its name. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new ReportedMetrics();
        }
    }
}
