package town.nagar.forecast.backtest;

import java.util.LinkedHashMap;
import java.util.Map;
import town.nagar.forecast.feature.Seasons;
import town.nagar.forecast.interval.Bounds;
import town.nagar.forecast.series.Panel;

/** Errors added up, and what they come to. */
public final class Score {
    private int count;
    private double absolute;
    private double squared;
    private double over;
    private double under;
    private double relative;
    private int relativeCount;
    private double actual;
    private double actualSquared;
    private double actualAbsolute;
    private double scaled;
    private int scaledCount;
    private final int[] covered = new int[Forecasts.LEVELS.length];
    private final double[] width = new double[Forecasts.LEVELS.length];
    private int judged;
    private int splitCovered;
    private int splitJudged;

    /** Nothing added yet. */
    public Score() {}

    /**
     * The mean absolute error of the same hour of the week before, or of the last step of a longer
     * kind, on one series before an index; NaN where none is known.
     */
    public static double naive(Panel panel, int series, int end) {
        int season = Seasons.of(panel.grid().step()).week();
        double sum = 0;
        int count = 0;
        for (int i = season; i < end; i++) {
            double distance = Math.abs(panel.at(series, i) - panel.at(series, i - season));
            sum += Double.isNaN(distance) ? 0 : distance;
            count += Double.isNaN(distance) ? 0 : 1;
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * Adds one forecast.
     *
     * @param naive mean absolute error of the seasonal naive forecast on the series before the
     *     backtest; NaN if unknown
     */
    public void add(double truth, double value, double naive) {
        double error = value - truth;
        count++;
        absolute += Math.abs(error);
        squared += error * error;
        over += Math.max(0, error);
        under += Math.max(0, -error);
        if (truth != 0) {
            relative += Math.abs(error / truth);
            relativeCount++;
        }
        actual += truth;
        actualSquared += truth * truth;
        actualAbsolute += Math.abs(truth);
        if (naive > 0) {
            scaled += Math.abs(error) / naive;
            scaledCount++;
        }
    }

    /** Adds what the intervals of the same forecast did, narrower one first. */
    public void judge(double truth, Bounds... bounds) {
        judged++;
        for (int level = 0; level < covered.length; level++) {
            covered[level] += bounds[level].hold(truth) ? 1 : 0;
            width[level] += bounds[level].width();
        }
    }

    /** Adds what the wider interval would have done had it adapted to nothing. */
    void judgeSplit(double truth, Bounds bounds) {
        splitJudged++;
        splitCovered += bounds.hold(truth) ? 1 : 0;
    }

    /** Mean error with its sign: above 0 where too much was forecast. */
    public double bias() {
        return (over - under) / count;
    }

    /**
     * What the errors cost a forecast.
     *
     * @param ofOver of one unit forecast too much
     * @param ofUnder of one unit forecast too little
     */
    public double cost(double ofOver, double ofUnder) {
        return (ofOver * over + ofUnder * under) / count;
    }

    /** Share of truths within the wider interval had it adapted to nothing, in percent. */
    public double splitCoveragePercent() {
        return 100.0 * splitCovered / splitJudged;
    }

    public int count() {
        return count;
    }

    /** Mean absolute error, in the series' unit. */
    public double mae() {
        return absolute / count;
    }

    public double rmse() {
        return Math.sqrt(squared / count);
    }

    /** Mean absolute error as a share of the truth, in percent; truths of 0 are left out. */
    public double mapePercent() {
        return 100 * relative / relativeCount;
    }

    /** Sum of absolute errors as a share of the sum of absolute truths, in percent. */
    public double wapePercent() {
        return 100 * absolute / actualAbsolute;
    }

    /** 1 less the share of the truths' variance about their mean that is not explained. */
    public double r2() {
        double variance = actualSquared - actual * actual / count;
        return 1 - squared / variance;
    }

    /** Mean absolute error in units of the seasonal naive one: Hyndman and Koehler 2006. */
    public double mase() {
        return scaled / scaledCount;
    }

    /** Share of truths within the interval of a level, in percent. */
    public double coveragePercent(int level) {
        return 100.0 * covered[level] / judged;
    }

    /** Mean width of the intervals of a level. */
    public double width(int level) {
        return width[level] / judged;
    }

    /** All figures by name; those that have no finite value are left out. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("n", count);
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("mae", mae());
        numbers.put("rmse", rmse());
        numbers.put("mape_percent", mapePercent());
        numbers.put("wape_percent", wapePercent());
        numbers.put("r2", r2());
        numbers.put("mase", mase());
        numbers.put("bias", bias());
        numbers.put("over_forecast", cost(1, 0));
        numbers.put("under_forecast", cost(0, 1));
        numbers.put("coverage80_percent", coveragePercent(0));
        numbers.put("coverage95_percent", coveragePercent(1));
        numbers.put("coverage95_split_percent", splitCoveragePercent());
        numbers.put("width80", width(0));
        numbers.put("width95", width(1));
        numbers.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                figures.put(name, value);
            }
        });
        return figures;
    }
}
