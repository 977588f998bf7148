package town.nagar.forecast.monitoring;

import java.util.LinkedHashMap;
import java.util.Map;

/** Errors added up. */
final class Tally {
    private long count;
    private double absolute;
    private double squared;
    private double signed;
    private double relative;
    private long relativeCount;
    private double truths;
    private final long[] judged = new long[2];
    private final long[] held = new long[2];
    private double beside;
    private double besideBaseline;
    private long besideCount;

    void add(Compared one) {
        double truth = one.truth();
        double error = Math.abs(one.value() - truth);
        count++;
        absolute += error;
        squared += error * error;
        signed += one.value() - truth;
        truths += Math.abs(truth);
        if (truth != 0) {
            relative += error / Math.abs(truth);
            relativeCount++;
        }
        judge(0, error, one.half80());
        judge(1, error, one.half95());
        if (Double.isFinite(one.baseline())) {
            beside += error;
            besideBaseline += Math.abs(one.baseline() - truth);
            besideCount++;
        }
    }

    private void judge(int level, double error, double half) {
        if (Double.isFinite(half)) {
            judged[level]++;
            held[level] += error <= half ? 1 : 0;
        }
    }

    long count() {
        return count;
    }

    double mae() {
        return absolute / count;
    }

    /** NaN where no truth differs from 0. */
    double mapePercent() {
        return 100 * relative / relativeCount;
    }

    /** The baseline's mean absolute error, where it said something. */
    double baselineMae() {
        return besideBaseline / besideCount;
    }

    /** By how much the baseline's error was undercut, where both said something. */
    double skillPercent() {
        return 100 * (1 - beside / besideBaseline);
    }

    /**
     * Share of truths within the interval.
     *
     * @param level 0 for 80 %, 1 for 95 %
     */
    double coveredPercent(int level) {
        return 100.0 * held[level] / judged[level];
    }

    double bias() {
        return signed / count;
    }

    /** All figures by name; those without a finite value are left out. */
    Map<String, Object> figures() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("mae", mae());
        all.put("rmse", Math.sqrt(squared / count));
        all.put("mape_percent", mapePercent());
        all.put("wape_percent", 100 * absolute / truths);
        all.put("bias", bias());
        all.put("coverage80_percent", coveredPercent(0));
        all.put("coverage95_percent", coveredPercent(1));
        all.put("baseline_mae", baselineMae());
        all.put("skill_percent", skillPercent());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("forecasts", count);
        all.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                figures.put(name, Math.rint(value * 1000) / 1000);
            }
        });
        return figures;
    }
}
