package town.nagar.engine.weather;

import java.util.List;

/** Wind of a history: Weibull by maximum likelihood, and how it resembles yesterday's. */
final class WindFit {
    /** A calm day's wind, so that its logarithm exists, m/s. */
    private static final double CALM = 0.1;

    private static final double LEAST_SHAPE = 0.5;
    private static final double LARGEST_SHAPE = 20;
    private static final int HALVINGS = 60;

    private final DailyHistory history;

    WindFit(DailyHistory history) {
        this.history = history;
    }

    private double wind(int day) {
        return Math.max(CALM, history.windMetresPerSecond[day]);
    }

    MonthWind month(int month, List<Double> rose) {
        double low = LEAST_SHAPE;
        double high = LARGEST_SHAPE;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (score(month, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new MonthWind(low, scale(month, low), rose);
    }

    /** Rises with the shape and is 0 at the likeliest. */
    private double score(int month, double shape) {
        double powers = 0;
        double weighted = 0;
        double logs = 0;
        int count = 0;
        for (int day = 0; day < history.count(); day++) {
            if (history.month[day] == month) {
                double log = StrictMath.log(wind(day));
                double power = StrictMath.exp(shape * log);
                powers += power;
                weighted += power * log;
                logs += log;
                count++;
            }
        }
        return weighted / powers - 1 / shape - logs / count;
    }

    private double scale(int month, double shape) {
        double powers = 0;
        int count = 0;
        for (int day = 0; day < history.count(); day++) {
            if (history.month[day] == month) {
                powers += StrictMath.pow(wind(day), shape);
                count++;
            }
        }
        return StrictMath.pow(powers / count, 1 / shape);
    }

    /** Correlation of the exponentials that stand behind two days' winds, not below 0. */
    double memory(List<MonthClimate> months) {
        var pairs = new Correlation();
        for (int day = 1; day < history.count(); day++) {
            if (history.followsADay(day)) {
                pairs.add(exponential(day, months), exponential(day - 1, months));
            }
        }
        return Math.max(0, pairs.value());
    }

    private double exponential(int day, List<MonthClimate> months) {
        MonthWind wind = months.get(history.month[day]).wind();
        return StrictMath.pow(wind(day) / wind.scaleMetresPerSecond(), wind.shape());
    }
}
