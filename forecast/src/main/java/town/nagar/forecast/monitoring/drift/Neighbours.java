package town.nagar.forecast.monitoring.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.forecast.series.Panel;

/**
 * Holds each place against the others of its kind: what moves all of them is weather or a feast,
 * what moves one is its sensor, or something new there.
 *
 * <p>At each time the middle of all places' distances from their courses is taken off each. What is
 * left is averaged over a window, and held against the windows of the reference. The middle of
 * three is already unmoved by one that drifts; with fewer nothing is taken off.
 */
public final class Neighbours {
    private static final int FEWEST = 3;
    private static final int FEWEST_WINDOWS = 4;
    private static final double LEAST_SCALES = 1;
    private static final int BLOCK = 12;

    private final Reference reference;
    private final int window;
    private final Ordinary ordinary;

    /**
     * Neighbours as the reference has them.
     *
     * @param window steps that are averaged
     */
    public Neighbours(Reference reference, int window) {
        this.reference = reference;
        this.window = window;
        List<double[]> alone = alone(reference.distances());
        List<double[]> windows = new ArrayList<>();
        alone.forEach(values -> windows.add(means(values)));
        this.ordinary = Ordinary.of(windows, Ordinary.Rarity.ONE_IN_10_000);
    }

    /** Each place's distances without what all have in common. */
    private static List<double[]> alone(List<double[]> distances) {
        List<double[]> alone = new ArrayList<>();
        distances.forEach(one -> alone.add(one.clone()));
        for (int i = 0; i < distances.getFirst().length; i++) {
            double middle = middle(distances, i);
            for (double[] own : alone) {
                own[i] -= middle;
            }
        }
        return alone;
    }

    private static double middle(List<double[]> distances, int index) {
        double[] all = new double[distances.size()];
        int count = 0;
        for (double[] one : distances) {
            if (Double.isFinite(one[index])) {
                all[count++] = one[index];
            }
        }
        return count < FEWEST ? 0 : Course.median(Arrays.copyOf(all, count));
    }

    private double[] means(double[] values) {
        double[] means = new double[values.length / window];
        int count = 0;
        for (int i = 0; i < means.length; i++) {
            int from = values.length - (i + 1) * window;
            double mean = mean(values, from, from + window);
            if (Double.isFinite(mean)) {
                means[count++] = mean;
            }
        }
        return Arrays.copyOf(means, count < FEWEST_WINDOWS ? 0 : count);
    }

    /** NaN where less than half is known. */
    private static double mean(double[] values, int from, int to) {
        double[] known = Course.known(Arrays.copyOfRange(values, from, to));
        return 2 * known.length < to - from
                ? Double.NaN
                : Arrays.stream(known).sum() / known.length;
    }

    /**
     * Where each place stands now.
     *
     * @param recent the reference's places and perhaps others; at least a window of times, of which
     *     the last is judged
     * @return of each place where enough is known
     */
    public List<Shift> shifts(Panel recent) {
        List<double[]> now = new ArrayList<>();
        for (int series = 0; series < reference.panel().size(); series++) {
            int there = recent.names().indexOf(reference.panel().names().get(series));
            now.add(
                    there < 0
                            ? unknown(recent.length())
                            : reference.courses().get(series).distances(recent, there));
        }
        List<double[]> alone = alone(now);
        List<Shift> shifts = new ArrayList<>();
        for (int series = 0; series < alone.size(); series++) {
            double[] values = alone.get(series);
            double room = ordinary.room(series);
            double mean = mean(values, Math.max(0, values.length - window), values.length);
            if (Double.isFinite(mean) && Double.isFinite(room)) {
                shifts.add(shift(series, values, mean - ordinary.mean(series), room, recent));
            }
        }
        return shifts;
    }

    private static double[] unknown(int length) {
        double[] unknown = new double[length];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    private Shift shift(int series, double[] values, double scales, double room, Panel recent) {
        double limit = Math.max(LEAST_SCALES, room);
        int since = values.length;
        boolean apart = Math.abs(scales) > limit;
        while (apart && since > 0) {
            int from = Math.max(0, since - BLOCK);
            double block = mean(values, from, since) - ordinary.mean(series);
            apart = Math.signum(block) == Math.signum(scales) && Math.abs(block) > limit / 2;
            since = apart ? from : since;
        }
        return new Shift(
                reference.panel().names().get(series),
                scales,
                limit,
                reference.courses().get(series).scale(),
                recent.grid().at(since));
    }
}
