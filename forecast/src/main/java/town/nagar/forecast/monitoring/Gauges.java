package town.nagar.forecast.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import town.nagar.forecast.monitoring.drift.Drift;

/** The figures of the latest round, for Prometheus. */
final class Gauges {
    private final Map<String, MultiGauge> gauges = new TreeMap<>();
    private final Map<String, Map<Tags, Double>> values = new TreeMap<>();

    Gauges(MeterRegistry registry) {
        add(registry, "error", "mean absolute error of the window, in the measure's unit");
        add(registry, "baseline.error", "the best seasonal baseline's on the same times");
        add(registry, "coverage", "percent of truths within the interval of a level");
        add(registry, "drift.psi", "largest stability index of any place");
        add(registry, "drift.ks", "largest Kolmogorov-Smirnov distance of any place");
    }

    private void add(MeterRegistry registry, String name, String words) {
        gauges.put(
                name,
                MultiGauge.builder("nagar.forecast." + name).description(words).register(registry));
        values.put(name, new java.util.LinkedHashMap<>());
    }

    private void put(String name, Tags tags, double value) {
        values.getOrDefault(name, Map.of()).put(tags, value);
    }

    /** Forgets what it knows of the round before. */
    synchronized void begin() {
        values.values().forEach(Map::clear);
    }

    synchronized void errors(String model, Tally shown) {
        Tags tags = Tags.of("model", model);
        put("error", tags, shown.mae());
        put("baseline.error", tags, shown.baselineMae());
        put("coverage", tags.and("level", "80"), shown.coveredPercent(0));
        put("coverage", tags.and("level", "95"), shown.coveredPercent(1));
    }

    /**
     * Notes distances.
     *
     * @param of {@code predictions}, or empty for each feature's own name
     */
    synchronized void drifts(String model, String of, List<Drift> drifts) {
        for (Drift drift : drifts) {
            Tags tags = Tags.of("model", model, "of", of.isEmpty() ? drift.feature().word() : of);
            largest("drift.psi", tags, drift.psi());
            largest("drift.ks", tags, drift.ks());
        }
    }

    private void largest(String name, Tags tags, double value) {
        values.getOrDefault(name, Map.of()).merge(tags, value, Math::max);
    }

    /** Shows the round's figures. */
    synchronized void end() {
        gauges.forEach((name, gauge) -> {
            List<Row<?>> rows = new ArrayList<>();
            values.getOrDefault(name, Map.of())
                    .forEach((tags, value) -> rows.add(Row.of(tags, value)));
            gauge.register(rows, true);
        });
    }
}
