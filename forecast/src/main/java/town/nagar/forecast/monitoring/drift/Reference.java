package town.nagar.forecast.monitoring.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import town.nagar.forecast.series.Panel;

/**
 * What a model learnt from, as recent values are held against it.
 *
 * <p>A distance is told only from at least half a window of values, and against at least four
 * windows of the reference.
 */
public final class Reference {
    private static final int FEWEST_WINDOWS = 4;
    private static final double LEAST_KS = 0.1;

    private final Panel panel;
    private final int window;
    private final double psiLimit;
    private final List<Feature> features;
    private final List<Course> courses = new ArrayList<>();
    private final List<double[]> distances = new ArrayList<>();
    private final List<Learnt> learnt = new ArrayList<>();

    /**
     * A reference.
     *
     * @param panel all values that the model learnt from
     * @param window steps that recent values are taken from
     * @param psiLimit least stability index that is a drift
     */
    public Reference(Panel panel, int window, double psiLimit) {
        this(panel, window, psiLimit, Feature.of(panel.grid().step()));
    }

    private Reference(Panel panel, int window, double psiLimit, List<Feature> features) {
        this.panel = panel;
        this.window = window;
        this.psiLimit = psiLimit;
        this.features = features;
        for (int series = 0; series < panel.size(); series++) {
            Course course = Course.of(panel, series);
            courses.add(course);
            distances.add(course.distances(panel, series));
        }
        features.forEach(feature -> learnt.add(new Learnt(feature)));
    }

    /** The same of what a model said: its level alone, as it has no noise of its own. */
    public static Reference ofPredictions(Panel panel, int window, double psiLimit) {
        return new Reference(panel, window, psiLimit, List.of(Feature.LEVEL));
    }

    /** The window's length in steps. */
    public int window() {
        return window;
    }

    Panel panel() {
        return panel;
    }

    List<Course> courses() {
        return courses;
    }

    /** By place, how far each value is from its course. */
    List<double[]> distances() {
        return distances;
    }

    /** One feature of all places in the reference. */
    private final class Learnt {
        private final Feature feature;
        private final List<double[]> sorted = new ArrayList<>();
        private final Ordinary logPsi;
        private final Ordinary ks;

        Learnt(Feature feature) {
            this.feature = feature;
            List<double[]> psis = new ArrayList<>();
            List<double[]> distancesOfWeeks = new ArrayList<>();
            for (double[] one : distances) {
                double[] values = feature.of(one);
                sorted.add(sorted(values));
                double[][] figures = weeks(values);
                psis.add(figures[0]);
                distancesOfWeeks.add(figures[1]);
            }
            this.logPsi = Ordinary.of(psis, Ordinary.Rarity.ONE_IN_100);
            this.ks = Ordinary.of(distancesOfWeeks, Ordinary.Rarity.ONE_IN_10_000);
        }

        /** Logarithms of the index and distances, of each window against the others. */
        private double[][] weeks(double[] values) {
            int windows = values.length / window;
            double[][] figures = new double[2][windows];
            int count = 0;
            for (int week = 0; week < windows; week++) {
                int from = values.length - (week + 1) * window;
                double[] own = sorted(Arrays.copyOfRange(values, from, from + window));
                double[] others = sorted(without(values, from));
                if (enough(own) && others.length > 0) {
                    figures[0][count] = StrictMath.log(Distance.psi(others, own) + 1e-6);
                    figures[1][count] = Distance.ks(others, own);
                    count++;
                }
            }
            int kept = count < FEWEST_WINDOWS ? 0 : count;
            return new double[][] {
                Arrays.copyOf(figures[0], kept), Arrays.copyOf(figures[1], kept)
            };
        }

        private double[] without(double[] values, int from) {
            double[] others = values.clone();
            Arrays.fill(others, from, from + window, Double.NaN);
            return others;
        }

        Drift drift(int series, double[] recent) {
            double[] reference = sorted.get(series);
            double psiRoom = StrictMath.exp(logPsi.mean(series) + logPsi.room(series));
            return new Drift(
                    panel.names().get(series),
                    feature,
                    recent.length,
                    Distance.psi(reference, recent),
                    Math.max(psiLimit, psiRoom),
                    Distance.ks(reference, recent),
                    Math.max(LEAST_KS, ks.mean(series) + ks.room(series)));
        }

        boolean isKnown(int series) {
            return sorted.get(series).length > 0 && Double.isFinite(ks.room(series));
        }
    }

    private static double[] sorted(double[] values) {
        double[] known = Course.known(values);
        Arrays.sort(known);
        return known;
    }

    private boolean enough(double[] values) {
        return 2 * values.length >= window;
    }

    /**
     * Holds recent values against the reference.
     *
     * @param recent of the same places, and perhaps others, which are left out; its last window
     *     counts, times before it are lead
     * @return of each place and feature where enough is known
     */
    public List<Drift> drifts(Panel recent) {
        List<Drift> drifts = new ArrayList<>();
        for (int series = 0; series < panel.size(); series++) {
            int there = recent.names().indexOf(panel.names().get(series));
            if (there >= 0) {
                double[] now = courses.get(series).distances(recent, there);
                for (int i = 0; i < features.size(); i++) {
                    double[] values = features.get(i).of(now);
                    int from = Math.max(0, values.length - window);
                    double[] last = sorted(Arrays.copyOfRange(values, from, values.length));
                    if (enough(last) && learnt.get(i).isKnown(series)) {
                        drifts.add(learnt.get(i).drift(series, last));
                    }
                }
            }
        }
        return drifts;
    }
}
