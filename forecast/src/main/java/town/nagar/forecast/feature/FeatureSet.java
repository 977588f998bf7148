package town.nagar.forecast.feature;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
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
    private final Columns columns;
    private final List<String> names;

    /**
     * Prepares the features of a panel.
     *
     * @param holiday one slot a time of the panel's grid
     */
    public FeatureSet(Panel panel, Covariates covariates, boolean[] holiday, Anchor base) {
        this(panel, covariates, holiday, base, Definitions.shipped().model());
    }

    /** Prepares the features of a panel, with rows of the features given. */
    public FeatureSet(
            Panel panel,
            Covariates covariates,
            boolean[] holiday,
            Anchor base,
            List<Feature> features) {
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
        this.columns = Columns.of(features, covariates.names());
        this.names = columns.names();
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
        write(columns, series, origin, target, out, at);
    }

    /** Writes a row of other columns of this panel, which are computed of the same signals. */
    public void write(Columns other, int series, int origin, int target, float[] out, int at) {
        other.write(new FeatureRow(this, series, origin, target, out, at));
    }

    /** What is wrong with the row of the first time after an origin; empty if nothing. */
    public Optional<String> complaint(int series, int origin) {
        float[] row = new float[columns.size()];
        write(series, origin, origin, row, 0);
        for (int i = 0; i < row.length; i++) {
            Optional<String> wrong = columns.features().get(i).complaint(row[i]);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    /**
     * Makes definitions ready to be computed on this panel.
     *
     * @throws IllegalArgumentException if one is pushed and not computed
     */
    public Columns columns(List<Feature> features) {
        return Columns.of(features, covariates.names());
    }

    Signals signals(int series) {
        return signals[series];
    }

    int stepsADay() {
        return step.perDays(1);
    }

    float[] clock(int index) {
        return clock[index];
    }

    double[] leaders(int series) {
        return leaders[series];
    }

    CovariateSums sums(int covariate) {
        return sums[covariate];
    }

    double[][] neighbours(Transformation.Neighbours.Span span) {
        return switch (span) {
            case NOW -> neighbourNow;
            case CYCLE -> neighbourCycle;
        };
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
}
