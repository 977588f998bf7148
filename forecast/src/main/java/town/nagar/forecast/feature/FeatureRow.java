package town.nagar.forecast.feature;

/** One row being written: a series, an origin, a target and what values are measured in. */
final class FeatureRow {
    final FeatureSet set;
    final int series;
    final int origin;
    final int target;
    final float[] out;
    final int first;
    final Signals signals;
    final int now;

    private final double from;
    private final double unit;
    private final int cycle;
    private final int week;
    private final int sameInCycle;
    private final int sameInWeek;

    FeatureRow(FeatureSet set, int series, int origin, int target, float[] out, int first) {
        this.set = set;
        this.series = series;
        this.origin = origin;
        this.target = target;
        this.out = out;
        this.first = first;
        this.signals = set.signals(series);
        this.now = origin - 1;
        this.from = set.base(series, origin, target);
        this.unit = signals.scale[now];
        this.cycle = set.seasons().cycle();
        this.week = set.seasons().week();
        this.sameInCycle = Seasons.latest(target, origin, cycle);
        this.sameInWeek = Seasons.latest(target, origin, week);
    }

    double in(Transformation.In in, double value) {
        return switch (in) {
            case LEVEL -> (value - from) / unit;
            case SIZE -> value / unit;
            case PLAIN -> value;
        };
    }

    double level() {
        return from / unit;
    }

    /** Steps since the newest value, 0 if it is the last before the origin; NaN if none is. */
    double age() {
        int index = signals.lastIndex[now];
        return index < 0 ? Double.NaN : now - index;
    }

    static double pick(double[] array, int index) {
        return index < 0 ? Double.NaN : array[index];
    }

    double[] signal(Transformation.Signal signal) {
        return switch (signal) {
            case VALUE -> signals.value;
            case ANOMALY -> signals.anomaly;
        };
    }

    /** The index of an earlier value; it may lie before the first. */
    int index(Transformation.Season season, int back) {
        return switch (season) {
            case STEP -> origin - back;
            case CYCLE -> sameInCycle - (back - 1) * cycle;
            case WEEK -> sameInWeek - (back - 1) * week;
        };
    }

    double sameSlots(int count) {
        double sum = 0;
        int known = 0;
        for (int back = 1; back <= count; back++) {
            double value = pick(signals.anomaly, index(Transformation.Season.CYCLE, back));
            sum += Double.isNaN(value) ? 0 : value;
            known += Double.isNaN(value) ? 0 : 1;
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    double profile(Transformation.Profile.Kind kind, Transformation.Profile.Day day) {
        return switch (day) {
            case TARGET -> profile(kind, sameInWeek, sameInCycle);
            case SUNDAY -> sundaysProfile(kind, sunday());
        };
    }

    private double sundaysProfile(Transformation.Profile.Kind kind, int sunday) {
        int before = Math.min(origin, sunday + 1);
        return sunday < 0
                ? Double.NaN
                : profile(
                        kind,
                        Seasons.latest(sunday, before, week),
                        Seasons.latest(sunday, before, cycle));
    }

    private double profile(Transformation.Profile.Kind kind, int inWeek, int inCycle) {
        return switch (kind) {
            case SLOW -> pick(signals.slow, inWeek);
            case FAST -> pick(signals.fast, inWeek);
            case CYCLE -> pick(signals.cycle, inCycle);
        };
    }

    /** The target's hour on the Sunday before it or on it; -1 where steps are no days. */
    private int sunday() {
        int day = set.stepsADay();
        return day == 0 ? -1 : target - ((int) set.clock(target)[3] % 7) * day;
    }

    double leaders(Transformation.Leaders.Lead lead) {
        double[] leaders = set.leaders(series);
        return switch (lead) {
            case NOW -> leaders[now];
            case CHANGE -> leaders[now] - pick(leaders, now - Math.max(1, set.stepsADay()));
        };
    }

    double seasonOfYear(Transformation.SeasonOfYear.Told told) {
        double then = set.seasonProfile(series, origin, target);
        return switch (told) {
            case PROFILE -> then;
            case CHANGE -> then - set.seasonProfile(series, origin, sameHour());
        };
    }

    private int sameHour() {
        return Seasons.latest(target, origin, Math.max(1, set.stepsADay()));
    }

    double yearAgo(Transformation.YearAgo.Same same) {
        int year = set.seasons().year();
        int sameDate = target - 365 * set.stepsADay();
        int index = same == Transformation.YearAgo.Same.WEEK ? target - year : sameDate;
        return year > 0 && sameDate >= 0 && index < origin
                ? signals.anomalyMean[0][index]
                : Double.NaN;
    }
}
