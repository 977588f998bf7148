package town.nagar.forecast.feature;

import java.util.ArrayList;
import java.util.List;
import town.nagar.forecast.series.Step;

/** A model's row written by hand, column after column: what the shipped definitions must give. */
final class PlainRow {
    private static final int[] LAGS = {1, 2, 3, 4, 6, 12, 24};
    private static final int[] CYCLES_BACK = {1, 2, 3, 7};
    private static final int[] WEEKS_BACK = {1, 2, 3, 4};
    private static final List<String> WEATHER =
            List.of("_at", "_mean_3", "_mean_cycle", "_mean_from_origin", "_change", "_before");

    private final FeatureSet set;
    private final Seasons seasons;
    private final Step step;
    private final int series;
    private final int origin;
    private final int target;
    private final float[] out;
    private final Signals s;
    private final int now;
    private final double from;
    private final double unit;
    private int at;

    private PlainRow(FeatureSet set, int series, int origin, int target, float[] out) {
        this.set = set;
        this.seasons = set.seasons();
        this.step = set.panel().grid().step();
        this.series = series;
        this.origin = origin;
        this.target = target;
        this.out = out;
        this.s = set.signals(series);
        this.now = origin - 1;
        this.from = set.base(series, origin, target);
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

    private void write() {
        put(series);
        put(target - origin + 1);
        for (float part : set.clock(target)) {
            put(part);
        }
        calendar();
        recent();
        windows();
        seasonal();
        put(set.neighbours(Transformation.Neighbours.Span.NOW)[series][now]);
        put(set.neighbours(Transformation.Neighbours.Span.CYCLE)[series][now]);
        leaders();
        season();
        for (int covariate = 0; covariate < set.covariates().names().size(); covariate++) {
            covariate(covariate);
        }
    }

    private void covariate(int covariate) {
        int cycle = seasons.cycle();
        double day = mean(covariate, target - cycle + 1, target);
        double before = mean(covariate, origin - cycle, origin - 1);
        put(set.covariates().at(covariate, series, target));
        put(mean(covariate, target - 2, target));
        put(day);
        put(mean(covariate, origin, target));
        put(day - before);
        put(before);
    }

    /** The covariates of the tests are whole numbers, so that no order of adding matters. */
    private double mean(int covariate, int from, int to) {
        double sum = 0;
        int known = 0;
        for (int i = Math.max(0, from); i <= to; i++) {
            double value = set.covariates().at(covariate, series, i);
            sum += Double.isNaN(value) ? 0 : value;
            known += Double.isNaN(value) ? 0 : 1;
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private void calendar() {
        int day = step.perDays(1);
        put(set.isHoliday(target) ? 1 : 0);
        put(set.isHoliday(target - day) ? 1 : 0);
        put(set.isHoliday(target + day) ? 1 : 0);
        int toSunday = day == 0 ? 0 : ((int) set.clock(target)[3] % 7) * day;
        int sunday =
                Seasons.latest(
                        target - toSunday, Math.min(origin, target - toSunday + 1), seasons.week());
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

    private void leaders() {
        double[] leaders = set.leaders(series);
        put(leaders[now]);
        put(leaders[now] - pick(leaders, now - Math.max(1, step.perDays(1))));
    }

    private void season() {
        double then = set.seasonProfile(series, origin, target);
        int sameHour = Seasons.latest(target, origin, Math.max(1, step.perDays(1)));
        level(then);
        size(then - set.seasonProfile(series, origin, sameHour));
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

    /** The row. */
    static float[] of(FeatureSet set, int series, int origin, int target) {
        float[] out = new float[set.names().size()];
        new PlainRow(set, series, origin, target, out).write();
        return out;
    }

    static List<String> names(List<String> covariates) {
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
            for (String what : WEATHER) {
                names.add(covariate + what);
            }
        }
        return List.copyOf(names);
    }
}
