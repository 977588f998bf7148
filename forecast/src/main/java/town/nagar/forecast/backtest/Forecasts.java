package town.nagar.forecast.backtest;

/** One model's forecasts of a walk: value, and half the width of its intervals of two levels. */
final class Forecasts {
    /** Levels of the intervals. */
    static final double[] LEVELS = {0.8, 0.95};

    private final String model;
    private final double[][][] value;
    private final double[][][][] half;
    private final double[][][] splitHalf;

    Forecasts(String model, int origins, int series, int horizon) {
        this.model = model;
        this.value = new double[origins][series][horizon];
        this.half = new double[LEVELS.length][origins][series][horizon];
        this.splitHalf = new double[origins][series][horizon];
    }

    String model() {
        return model;
    }

    /** Where the forecast of an origin's place is written: one array a series, one slot a step. */
    double[][] of(int place) {
        return value[place];
    }

    double value(int place, int series, int step) {
        return value[place][series][step];
    }

    void widen(int level, int place, int series, int step, double by) {
        half[level][place][series][step] = by;
    }

    double half(int level, int place, int series, int step) {
        return half[level][place][series][step];
    }

    void widenSplit(int place, int series, int step, double by) {
        splitHalf[place][series][step] = by;
    }

    /** The half-width of the wider level that adapts to nothing. */
    double splitHalf(int place, int series, int step) {
        return splitHalf[place][series][step];
    }
}
