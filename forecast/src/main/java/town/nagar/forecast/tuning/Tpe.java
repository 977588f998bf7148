package town.nagar.forecast.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tree-structured Parzen estimator: Bergstra, Bardenet, Bengio and Kegl 2011, "Algorithms for
 * Hyper-Parameter Optimization". The best quarter of the trials gives a density l, the others g; of
 * candidates drawn from l the one with the greatest l/g is tried next. Each setting has densities
 * of its own: normal kernels at the trials, as wide as the way to the further neighbour, and one
 * over the whole range.
 */
public final class Tpe {
    private static final int RANDOM_START = 10;
    private static final int CANDIDATES = 24;
    private static final double GOOD = 0.25;

    private final List<Dimension> space;
    private final long seed;

    public Tpe(List<Dimension> space, long seed) {
        this.space = List.copyOf(space);
        this.seed = seed;
    }

    /**
     * What to try next: a function of the trials so far and the seed, so that a study goes on as if
     * it had never been broken off.
     */
    public List<Double> suggest(List<Trial> done) {
        var random = new SplittableRandom(seed * 1_000_003 + done.size());
        List<Double> next = new ArrayList<>();
        if (done.size() < RANDOM_START) {
            space.forEach(dimension -> next.add(dimension.at(random.nextDouble())));
            return next;
        }
        List<Trial> sorted = done.stream().sorted(Comparator.comparingDouble(Trial::loss)).toList();
        int good = Math.max(1, (int) Math.ceil(GOOD * sorted.size()));
        for (int i = 0; i < space.size(); i++) {
            Parzen best = parzen(sorted.subList(0, good), i);
            Parzen others = parzen(sorted.subList(good, sorted.size()), i);
            next.add(space.get(i).at(bestPlace(best, others, random)));
        }
        return next;
    }

    private Parzen parzen(List<Trial> trials, int dimension) {
        return new Parzen(
                trials.stream()
                        .mapToDouble(t -> space.get(dimension).place(t.values().get(dimension)))
                        .sorted()
                        .toArray());
    }

    private static double bestPlace(Parzen best, Parzen others, SplittableRandom random) {
        double place = 0.5;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDIDATES; i++) {
            double candidate = best.draw(random);
            double ratio = best.density(candidate) / others.density(candidate);
            if (ratio > most) {
                most = ratio;
                place = candidate;
            }
        }
        return place;
    }

    /** A density on 0 to 1. */
    private static final class Parzen {
        private static final double NARROWEST = 0.02;

        private final double[] centres;
        private final double[] widths;

        Parzen(double[] sorted) {
            this.centres = new double[sorted.length + 1];
            this.widths = new double[sorted.length + 1];
            centres[sorted.length] = 0.5;
            widths[sorted.length] = 1;
            for (int i = 0; i < sorted.length; i++) {
                double before = i == 0 ? 0 : sorted[i - 1];
                double after = i == sorted.length - 1 ? 1 : sorted[i + 1];
                centres[i] = sorted[i];
                double further = Math.max(sorted[i] - before, after - sorted[i]);
                widths[i] = Math.max(further, NARROWEST);
            }
        }

        double draw(SplittableRandom random) {
            int kernel = random.nextInt(centres.length);
            double place = Double.NaN;
            while (!(place >= 0 && place <= 1)) {
                place = centres[kernel] + widths[kernel] * random.nextGaussian();
            }
            return place;
        }

        double density(double place) {
            double sum = 0;
            for (int i = 0; i < centres.length; i++) {
                double z = (place - centres[i]) / widths[i];
                sum += StrictMath.exp(-z * z / 2) / widths[i];
            }
            return sum / centres.length;
        }
    }
}
