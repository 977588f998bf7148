package town.nagar.forecast.monitoring.drift;

import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;

/**
 * Places of a made town: a daily course that differs on weekends, weather that moves all of them
 * for days, slow moods of each, noise, and gaps.
 */
final class MadeWeeks {
    static final int DAYS = 82;
    static final int HOURS = DAYS * 24;
    static final int WEEK = 7 * 24;

    private final double[][] values;
    private final List<String> names;

    private MadeWeeks(double[][] values) {
        this.values = values;
        this.names = IntStream.range(0, values.length).mapToObj("R%03d"::formatted).toList();
    }

    static MadeWeeks of(int places, long seed) {
        var random = new SplittableRandom(seed);
        double[][] values = new double[places][HOURS];
        double[] weather = slow(random, 0.99, 2.5);
        for (double[] one : values) {
            double[] mood = slow(random, 0.95, 2);
            double size = 0.5 + random.nextDouble();
            double phase = 24 * random.nextDouble();
            for (int i = 0; i < HOURS; i++) {
                double course = 30 * StrictMath.sin(2 * Math.PI * (i % 24 + phase) / 24);
                double weekend = i / 24 % 7 >= 5 ? -12 : 0;
                double noise = 4 * random.nextGaussian();
                boolean gap = random.nextInt(60) == 0;
                one[i] =
                        gap
                                ? Double.NaN
                                : size * (100 + course + weekend + weather[i] + mood[i] + noise);
            }
        }
        return new MadeWeeks(values);
    }

    /** Steps back to 0 with a memory, and so large a deviation in the long run. */
    private static double[] slow(SplittableRandom random, double memory, double deviation) {
        double[] values = new double[HOURS];
        double now = deviation * random.nextGaussian();
        for (int i = 0; i < HOURS; i++) {
            now = memory * now + deviation * Math.sqrt(1 - memory * memory) * random.nextGaussian();
            values[i] = now;
        }
        return values;
    }

    /** Multiplies a place by more and more over the last days. */
    MadeWeeks drifting(int place, int days, double perDay) {
        int from = HOURS - days * 24;
        for (int i = from; i < HOURS; i++) {
            values[place][i] *= 1 + perDay * (i - from) / 24;
        }
        return this;
    }

    /** Lets a place say the same over the last days. */
    MadeWeeks stuck(int place, int days) {
        for (int i = HOURS - days * 24; i < HOURS; i++) {
            values[place][i] = 111;
        }
        return this;
    }

    /** Moves all places by the same share over the last days. */
    MadeWeeks movedTogether(int days, double factor) {
        for (double[] one : values) {
            for (int i = HOURS - days * 24; i < HOURS; i++) {
                one[i] *= factor;
            }
        }
        return this;
    }

    private Panel panel(int from, int until) {
        var start = LocalDateTime.of(2026, 1, 5, 0, 0);
        var grid = new TimeGrid(start.plusHours(from), Step.ofMinutes(60), until - from);
        double[][] part = new double[values.length][];
        for (int i = 0; i < part.length; i++) {
            part[i] = java.util.Arrays.copyOfRange(values[i], from, until);
        }
        return Panel.of(grid, names, part);
    }

    /** All but the last week. */
    Panel learnt() {
        return panel(0, HOURS - WEEK);
    }

    /** The last week and a day of lead. */
    Panel recent() {
        return panel(HOURS - 2 * WEEK, HOURS);
    }

    Reference reference() {
        return new Reference(learnt(), WEEK, 0.1);
    }
}
