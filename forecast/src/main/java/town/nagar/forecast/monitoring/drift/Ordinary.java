package town.nagar.forecast.monitoring.drift;

import java.util.List;

/**
 * What a figure is in ordinary weeks, of each place: those of the reference, each held against the
 * others.
 *
 * <p>Weeks of one place are few, so their spread is taken from all places together. A limit is so
 * far above a place's mean that few ordinary weeks pass it, were its figures normal; a Student
 * quantile for few weeks (approximated, within 4 % from 9 degrees on).
 */
final class Ordinary {
    /** How few ordinary weeks pass a limit. */
    enum Rarity {
        ONE_IN_100(2.33, 2),
        ONE_IN_10_000(3.72, 5);

        private final double quantile;
        private final double perDegree;

        Rarity(double quantile, double perDegree) {
            this.quantile = quantile;
            this.perDegree = perDegree;
        }

        private double deviations(int degrees) {
            return quantile * (1 + perDegree / Math.max(1, degrees));
        }
    }

    private final double[] means;
    private final int[] counts;
    private final double deviation;
    private final double times;

    private Ordinary(double[] means, int[] counts, double deviation, double times) {
        this.means = means;
        this.counts = counts;
        this.deviation = deviation;
        this.times = times;
    }

    /**
     * Reckons from the weeks' figures.
     *
     * @param weeks a list a place; an empty one where too little is known
     */
    static Ordinary of(List<double[]> weeks, Rarity rarity) {
        double[] means = new double[weeks.size()];
        int[] counts = new int[weeks.size()];
        double squares = 0;
        int degrees = 0;
        for (int place = 0; place < means.length; place++) {
            double[] figures = weeks.get(place);
            counts[place] = figures.length;
            for (double figure : figures) {
                means[place] += figure / figures.length;
            }
            for (double figure : figures) {
                squares += (figure - means[place]) * (figure - means[place]);
            }
            degrees += Math.max(0, figures.length - 1);
        }
        double deviation = degrees == 0 ? Double.NaN : Math.sqrt(squares / degrees);
        return new Ordinary(means, counts, deviation, rarity.deviations(degrees));
    }

    double mean(int place) {
        return means[place];
    }

    /** How far from its mean a place's figure may be; NaN where too little is known. */
    double room(int place) {
        return counts[place] == 0
                ? Double.NaN
                : times * deviation * Math.sqrt(1 + 1.0 / counts[place]);
    }
}
