package town.nagar.forecast.feature;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.series.Covariates;
import town.nagar.forecast.series.Panel;
import town.nagar.forecast.series.Step;
import town.nagar.forecast.series.TimeGrid;

/**
 * What is known at an origin of a target time, the same for training and forecasting.
 *
 * <p>A row belongs to a series, an origin and a target not before it. It reads values of series
 * strictly before the origin, covariates at any time they are given for, and the calendar. Values
 * are differences to {@link #base} in units of {@link #scale}, so that one model serves all series.
 * NaN is missing.
 */
public final class FeatureSet {
    private static final int[] LAGS = {1, 2, 3, 4, 6, 12, 24};
    private static final int[] CYCLES_BACK = {1, 2, 3, 7};
    private static final int[] WEEKS_BACK = {1, 2, 3, 4};
    private static final double DAYS_A_YEAR = 365.2425;

    private final Panel panel;
    private final Covariates covariates;
    private final Step step;
    private final Seasons seasons;
    private final Anchor base;
    private final Signals[] signals;
    private final double[][] neighbourNow;
    private final double[][] neighbourCycle;
    private final double[][] leaders;
    private final SeasonProfile[] seasonProfiles;
    private final boolean[] holiday;
    private final float[][] clock;
    private final CovariateSums[] sums;
    private final List<String> names;

    /**
     * Prepares the features of a panel.
     *
     * @param holiday one slot a time of the panel's grid
     */
    public FeatureSet(Panel panel, Covariates covariates, boolean[] holiday, Anchor base) {
        this.panel = panel;
        this.covariates = covariates;
        this.step = panel.grid().step();
        this.seasons = Seasons.of(step);
        this.base = base;
        this.holiday = holiday.clone();
        this.signals = new Signals[panel.size()];
        this.seasonProfiles = new SeasonProfile[panel.size()];
        for (int series = 0; series < signals.length; series++) {
            signals[series] = new Signals(panel.copy(series), step, holiday);
            seasonProfiles[series] = new SeasonProfile(signals[series].value, step);
        }
        this.leaders = Leaders.of(signals, step);
        this.neighbourNow = neighbours(signals, false);
        this.neighbourCycle = neighbours(signals, true);
        this.clock = clock(panel.grid());
        this.sums = CovariateSums.of(covariates, panel, seasons.cycle());
        this.names = names(covariates.names());
    }

    public Panel panel() {
        return panel;
    }

    public Covariates covariates() {
        return covariates;
    }

    public Seasons seasons() {
        return seasons;
    }

    public boolean isHoliday(int index) {
        return index >= 0 && index < holiday.length && holiday[index];
    }

    /** The features' names, in the order of a row. */
    public List<String> names() {
        return names;
    }

    /** The first origin at which a row says enough to learn from. */
    public int firstOrigin() {
        return 2 * seasons.week() + 1;
    }

    /** What a row's values are measured from, in the series' unit; NaN where nothing is known. */
    public double base(int series, int origin, int target) {
        Signals s = signals[series];
        double said =
                switch (base) {
                    case WEEK -> s.slow[Seasons.latest(target, origin, seasons.week())];
                    case LAST -> s.last[origin - 1];
                    case MEAN -> s.mean[1][origin - 1];
                };
        return Double.isNaN(said) ? s.last[origin - 1] : said;
    }

    /** The unit of a row's values, positive; NaN where nothing is known. */
    public double scale(int series, int origin) {
        return signals[series].scale[origin - 1];
    }

    /** The slow profile's value for a target: recency-weighted mean of the hour of the week. */
    public double weekProfile(int series, int origin, int target) {
        return signals[series].slow[Seasons.latest(target, origin, seasons.week())];
    }

    /** The mean of all earlier values of the hour of the week. */
    public double weekMean(int series, int origin, int target) {
        return signals[series].steady[Seasons.latest(target, origin, seasons.week())];
    }

    /** The fast profile's value for a target. */
    public double fastProfile(int series, int origin, int target) {
        return signals[series].fast[Seasons.latest(target, origin, seasons.week())];
    }

    /** The distance of a value to the slow profile before it; NaN where unknown. */
    public double anomaly(int series, int index) {
        return index < 0 ? Double.NaN : signals[series].anomaly[index];
    }

    /** The profile of the day's hour (for days: of the weekday). */
    public double cycleProfile(int series, int origin, int target) {
        return signals[series].cycle[Seasons.latest(target, origin, seasons.cycle())];
    }

    /** What earlier years had at the target's time of the year and day; NaN where unknown. */
    public double seasonProfile(int series, int origin, int target) {
        return seasonProfiles[series].at(target, origin);
    }

    /** The last value before an origin. */
    public double last(int series, int origin) {
        return signals[series].last[origin - 1];
    }

    /** The others' mean distance to their slow profiles lately, in scales; NaN where unknown. */
    public double neighboursNow(int series, int index) {
        return index < 0 ? Double.NaN : neighbourNow[series][index];
    }

    /** Mean distance to the slow profile over the window of an index before an origin. */
    public double anomalyMean(int series, int origin, int window) {
        return signals[series].anomalyMean[window][origin - 1];
    }

    /**
     * Writes a row.
     *
     * @param origin at least 1
     * @param target not before the origin, within the panel's grid
     * @param out a slot a feature from {@code at} on
     */
    public void write(int series, int origin, int target, float[] out, int at) {
        new Row(series, origin, target, out, at).write();
    }

    private static double[][] neighbours(Signals[] signals, boolean cycle) {
        int length = signals[0].value.length;
        double[][] out = new double[signals.length][length];
        for (int i = 0; i < length; i++) {
            double sum = 0;
            int count = 0;
            for (Signals one : signals) {
                double value = neighbour(one, cycle, i);
                sum += Double.isNaN(value) ? 0 : value;
                count += Double.isNaN(value) ? 0 : 1;
            }
            for (int series = 0; series < signals.length; series++) {
                double own = neighbour(signals[series], cycle, i);
                boolean known = !Double.isNaN(own);
                int others = known ? count - 1 : count;
                out[series][i] = others == 0 ? Double.NaN : (known ? sum - own : sum) / others;
            }
        }
        return out;
    }

    private static double neighbour(Signals one, boolean cycle, int i) {
        return (cycle ? one.cycleAnomaly[i] : one.anomalyMean[0][i]) / one.scale[i];
    }

    private static float[][] clock(TimeGrid grid) {
        float[][] out = new float[grid.length()][];
        for (int i = 0; i < out.length; i++) {
            LocalDateTime at = grid.at(i);
            double hour = at.getHour() + at.getMinute() / 60.0;
            int weekday = at.getDayOfWeek().getValue();
            double day = at.getDayOfYear() / DAYS_A_YEAR;
            out[i] =
                    new float[] {
                        (float) hour,
                        wave(StrictMath.sin(2 * Math.PI * hour / 24)),
                        wave(StrictMath.cos(2 * Math.PI * hour / 24)),
                        weekday,
                        wave(StrictMath.sin(2 * Math.PI * weekday / 7)),
                        wave(StrictMath.cos(2 * Math.PI * weekday / 7)),
                        wave(StrictMath.sin(2 * Math.PI * day)),
                        wave(StrictMath.cos(2 * Math.PI * day)),
                        wave(StrictMath.sin(4 * Math.PI * day)),
                        wave(StrictMath.cos(4 * Math.PI * day)),
                    };
        }
        return out;
    }

    private static float wave(double value) {
        return (float) value;
    }

    private static List<String> names(List<String> covariates) {
        List<String> names = new ArrayList<>(List.of("series", "horizon"));
        names.addAll(List.of("hour", "hour_sin", "hour_cos", "weekday", "weekday_sin"));
        names.addAll(List.of("weekday_cos", "year_sin", "year_cos", "half_year_sin"));
        names.addAll(List.of("half_year_cos", "holiday", "holiday_before", "holiday_after"));
        names.addAll(List.of("weekend_profile", "last", "last_age", "level"));
        for (int lag : LAGS) {
            names.add("anomaly_lag_" + lag);
        }
        for (int window = 0; window < 4; window++) {
            for (String what : List.of("anomaly_mean", "mean", "deviation", "min", "max")) {
                names.add(what + "_window_" + window);
            }
        }
        for (int back : CYCLES_BACK) {
            names.add("cycle_lag_" + back);
        }
        for (int back : WEEKS_BACK) {
            names.add("week_lag_" + back);
        }
        names.addAll(List.of("cycle_anomaly_same", "cycle_anomaly_same_3", "cycle_anomaly_same_7"));
        names.addAll(List.of("fast_profile", "slow_profile", "cycle_profile"));
        names.addAll(List.of("year_ago_week_anomaly", "year_ago_date_anomaly"));
        names.addAll(List.of("neighbours_now", "neighbours_cycle"));
        names.addAll(List.of("leaders_now", "leaders_change"));
        names.addAll(List.of("season_profile", "season_change"));
        for (String covariate : covariates) {
            for (String what : CovariateSums.WHAT) {
                names.add(covariate + what);
            }
        }
        return List.copyOf(names);
    }

    /** One row being written. */
    private final class Row {
        private final int series;
        private final int origin;
        private final int target;
        private final float[] out;
        private final Signals s;
        private final int now;
        private final double from;
        private final double unit;
        private int at;

        Row(int series, int origin, int target, float[] out, int at) {
            this.series = series;
            this.origin = origin;
            this.target = target;
            this.out = out;
            this.at = at;
            this.s = signals[series];
            this.now = origin - 1;
            this.from = base(series, origin, target);
            this.unit = s.scale[now];
        }

        private void put(double value) {
            out[at++] = (float) value;
        }

        private void level(double value) {
            put((value - from) / unit);
        }

        private void size(double value) {
            put(value / unit);
        }

        private double pick(double[] array, int index) {
            return index < 0 ? Double.NaN : array[index];
        }

        void write() {
            put(series);
            put(target - origin + 1);
            for (float part : clock[target]) {
                put(part);
            }
            calendar();
            recent();
            windows();
            seasonal();
            put(neighbourNow[series][now]);
            put(neighbourCycle[series][now]);
            leaders();
            season();
            for (int covariate = 0; covariate < sums.length; covariate++) {
                at = sums[covariate].write(series, origin, target, out, at);
            }
        }

        private void calendar() {
            int day = step.perDays(1);
            put(isHoliday(target) ? 1 : 0);
            put(isHoliday(target - day) ? 1 : 0);
            put(isHoliday(target + day) ? 1 : 0);
            int toSunday = day == 0 ? 0 : ((int) clock[target][3] % 7) * day;
            int sunday =
                    Seasons.latest(
                            target - toSunday,
                            Math.min(origin, target - toSunday + 1),
                            seasons.week());
            level(day == 0 ? Double.NaN : pick(s.slow, sunday));
        }

        private void recent() {
            level(s.last[now]);
            put(s.lastIndex[now] < 0 ? Double.NaN : now - s.lastIndex[now]);
            put(from / unit);
            for (int lag : LAGS) {
                size(pick(s.anomaly, origin - lag));
            }
        }

        private void windows() {
            for (int window = 0; window < 4; window++) {
                size(s.anomalyMean[window][now]);
                level(s.mean[window][now]);
                size(s.deviation[window][now]);
                level(s.min[window][now]);
                level(s.max[window][now]);
            }
        }

        private void seasonal() {
            int cycle = seasons.cycle();
            int sameHour = Seasons.latest(target, origin, cycle);
            for (int back : CYCLES_BACK) {
                level(pick(s.value, sameHour - (back - 1) * cycle));
            }
            int sameWeekHour = Seasons.latest(target, origin, seasons.week());
            for (int back : WEEKS_BACK) {
                level(pick(s.value, sameWeekHour - (back - 1) * seasons.week()));
            }
            size(pick(s.anomaly, sameHour));
            size(meanOf(s.anomaly, sameHour, cycle, 3));
            size(meanOf(s.anomaly, sameHour, cycle, 7));
            level(s.fast[sameWeekHour]);
            level(s.slow[sameWeekHour]);
            level(s.cycle[sameHour]);
            yearAgo();
        }

        private void leaders() {
            int before = now - Math.max(1, step.perDays(1));
            put(leaders[series][now]);
            put(leaders[series][now] - pick(leaders[series], before));
        }

        private void season() {
            double then = seasonProfile(series, origin, target);
            int sameHour = Seasons.latest(target, origin, Math.max(1, step.perDays(1)));
            level(then);
            size(then - seasonProfile(series, origin, sameHour));
        }

        private void yearAgo() {
            int year = seasons.year();
            int day = step.perDays(1);
            int sameWeek = target - year;
            int sameDate = target - 365 * day;
            boolean known = year > 0 && sameDate >= 0;
            size(known && sameWeek < origin ? s.anomalyMean[0][sameWeek] : Double.NaN);
            size(known && sameDate < origin ? s.anomalyMean[0][sameDate] : Double.NaN);
        }

        private double meanOf(double[] array, int newest, int apart, int count) {
            double sum = 0;
            int known = 0;
            for (int back = 0; back < count; back++) {
                double value = pick(array, newest - back * apart);
                sum += Double.isNaN(value) ? 0 : value;
                known += Double.isNaN(value) ? 0 : 1;
            }
            return known == 0 ? Double.NaN : sum / known;
        }
    }
}
