package town.nagar.streams.window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;

/**
 * The readings of one sensor in one period, summed up per quantity. Sums run in the order of event
 * time, so the same readings give the same bits however they came.
 */
public final class Slice {
    private static final int COUNT = 0;
    private static final int SUM = 1;
    private static final int MIN = 2;
    private static final int MAX = 3;
    private static final int LAST = 4;
    private static final int WEIGHT = 5;
    private static final int WEIGHTED = 6;

    /** Figures kept per quantity. */
    static final int WIDTH = 7;

    private final Domain domain;
    private final String sensorId;
    private final String placeId;
    private final long start;
    private final long end;
    private final int readings;
    private final double[] figures;

    Slice(
            Domain domain,
            String sensorId,
            String placeId,
            long start,
            long end,
            int readings,
            double[] figures) {
        this.domain = domain;
        this.sensorId = sensorId;
        this.placeId = placeId;
        this.start = start;
        this.end = end;
        this.readings = readings;
        this.figures = figures;
    }

    /**
     * Sums up samples of one sensor.
     *
     * @param samples by time, one a time, at least one; the place is that of the last
     * @param weight the quantity by which means can be weighted, such as the vehicles that passed
     */
    public static Slice of(long start, long end, List<Sample> samples, Optional<Quantity> weight) {
        Sample last = samples.getLast();
        Quantities quantities = last.values().quantities();
        double[] figures = new double[quantities.count() * WIDTH];
        for (Sample sample : samples) {
            double by = weight.map(sample.values()::get).orElse(1.0);
            for (Quantity quantity : quantities.list()) {
                add(figures, quantity.index() * WIDTH, sample.values().get(quantity), by);
            }
        }
        return new Slice(
                quantities.domain(),
                last.sensorId(),
                last.placeId(),
                start,
                end,
                samples.size(),
                figures);
    }

    private static void add(double[] figures, int at, double value, double weight) {
        if (Double.isNaN(value)) {
            return;
        }
        boolean first = figures[at + COUNT] == 0;
        figures[at + COUNT]++;
        figures[at + SUM] += value;
        figures[at + MIN] = first ? value : Math.min(figures[at + MIN], value);
        figures[at + MAX] = first ? value : Math.max(figures[at + MAX], value);
        figures[at + LAST] = value;
        if (weight > 0) {
            figures[at + WEIGHT] += weight;
            figures[at + WEIGHTED] += value * weight;
        }
    }

    /**
     * One slice over several of one sensor.
     *
     * @param parts in order of time, at least one
     */
    public static Slice merge(long start, long end, List<Slice> parts) {
        Slice last = parts.getLast();
        double[] figures = new double[last.figures.length];
        int readings = 0;
        for (Slice part : parts) {
            readings += part.readings;
            for (int at = 0; at < figures.length; at += WIDTH) {
                if (part.figures[at + COUNT] > 0) {
                    merge(figures, part.figures, at);
                }
            }
        }
        return new Slice(last.domain, last.sensorId, last.placeId, start, end, readings, figures);
    }

    private static void merge(double[] into, double[] from, int at) {
        boolean first = into[at + COUNT] == 0;
        into[at + COUNT] += from[at + COUNT];
        into[at + SUM] += from[at + SUM];
        into[at + MIN] = first ? from[at + MIN] : Math.min(into[at + MIN], from[at + MIN]);
        into[at + MAX] = first ? from[at + MAX] : Math.max(into[at + MAX], from[at + MAX]);
        into[at + LAST] = from[at + LAST];
        into[at + WEIGHT] += from[at + WEIGHT];
        into[at + WEIGHTED] += from[at + WEIGHTED];
    }

    public Domain domain() {
        return domain;
    }

    public String sensorId() {
        return sensorId;
    }

    public String placeId() {
        return placeId;
    }

    /** First millisecond inside. */
    public long start() {
        return start;
    }

    /** First millisecond after. */
    public long end() {
        return end;
    }

    /** How many distinct readings. */
    public int readings() {
        return readings;
    }

    double[] figures() {
        return figures;
    }

    private int at(String quantity) {
        return Quantities.of(domain).get(quantity).index() * WIDTH;
    }

    /** How many readings had the quantity. */
    public int count(String quantity) {
        return (int) figures[at(quantity) + COUNT];
    }

    public boolean has(String quantity) {
        return count(quantity) > 0;
    }

    /** The sum, 0 if there was none. */
    public double sum(String quantity) {
        return figures[at(quantity) + SUM];
    }

    /** The plain mean, NaN if there was none. */
    public double mean(String quantity) {
        return figures[at(quantity) + SUM] / figures[at(quantity) + COUNT];
    }

    /** The mean weighted by the weight quantity, the plain mean if no weight was known. */
    public double weightedMean(String quantity) {
        int at = at(quantity);
        return figures[at + WEIGHT] > 0
                ? figures[at + WEIGHTED] / figures[at + WEIGHT]
                : mean(quantity);
    }

    /** The least, NaN if there was none. */
    public double min(String quantity) {
        return has(quantity) ? figures[at(quantity) + MIN] : Double.NaN;
    }

    /** The greatest, NaN if there was none. */
    public double max(String quantity) {
        return has(quantity) ? figures[at(quantity) + MAX] : Double.NaN;
    }

    /** The newest, NaN if there was none. */
    public double last(String quantity) {
        return has(quantity) ? figures[at(quantity) + LAST] : Double.NaN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slice that
                && sensorId.equals(that.sensorId)
                && placeId.equals(that.placeId)
                && start == that.start
                && end == that.end
                && domain == that.domain
                && readings == that.readings
                && Arrays.equals(figures, that.figures);
    }

    @Override
    public int hashCode() {
        return 31 * sensorId.hashCode() + Long.hashCode(start);
    }

    @Override
    public String toString() {
        return "%s %s@%d: %d readings %s"
                .formatted(domain.word(), sensorId, start, readings, Arrays.toString(figures));
    }
}
