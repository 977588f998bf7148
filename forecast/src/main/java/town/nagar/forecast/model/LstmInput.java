package town.nagar.forecast.model;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import town.nagar.forecast.explain.FeatureGroup;
import town.nagar.forecast.feature.FeatureSet;

/**
 * What the traffic net sees of a series at an origin for a target: {@value #STEPS} steps before the
 * origin, each with its own numbers and, the same on all of them, what is known of the target.
 *
 * <p>Levels are distances to the base in units of scale; what is missing is 0, and said to be.
 */
final class LstmInput {
    static final int STEPS = 24;
    private static final int FEWEST_KNOWN = STEPS / 2;
    private static final int CALENDAR = 10;

    /** Numbers of a step's own value, and of the target before its calendar. */
    private static final int OWN = 4;

    private static final int AHEAD = 5;

    private final FeatureSet features;
    private final Gapless gapless;

    LstmInput(FeatureSet features) {
        this.features = features;
        this.gapless = new Gapless(features);
    }

    /** Numbers a step. */
    int width() {
        return width(features);
    }

    static int width(FeatureSet features) {
        int along = features.covariates().names().size();
        return OWN + CALENDAR + along + AHEAD + CALENDAR + along;
    }

    /** Whether at least half of the steps before an origin have a value. */
    boolean isUsable(int series, int origin) {
        int known = 0;
        for (int back = 1; back <= STEPS; back++) {
            known += Double.isNaN(features.panel().at(series, origin - back)) ? 0 : 1;
        }
        return origin >= firstOrigin(features) && known >= FEWEST_KNOWN;
    }

    /** Before it too little is known of a week's course. */
    static int firstOrigin(FeatureSet features) {
        return 2 * features.seasons().week() + 1;
    }

    /**
     * The numbers that are one reason to people, on all steps; how far ahead the target is belongs
     * to none, as that is always known.
     */
    List<FeatureGroup> groups() {
        List<String> names = features.covariates().names();
        int ahead = OWN + CALENDAR + names.size();
        List<FeatureGroup> groups = new ArrayList<>();
        groups.add(new FeatureGroup("values_of_the_last_steps", List.of(0, 1, 2)));
        groups.add(new FeatureGroup("neighbours_now", List.of(3)));
        groups.add(new FeatureGroup("usual_course", List.of(ahead + 1, ahead + 2, ahead + 3)));
        groups.add(new FeatureGroup("same_hour_before", List.of(ahead + 4)));
        groups.add(
                new FeatureGroup(
                        "calendar",
                        IntStream.concat(
                                        IntStream.range(OWN, OWN + CALENDAR),
                                        IntStream.range(ahead + AHEAD, ahead + AHEAD + CALENDAR))
                                .boxed()
                                .toList()));
        for (int place = 0; place < names.size(); place++) {
            groups.add(
                    new FeatureGroup(
                            names.get(place),
                            List.of(OWN + CALENDAR + place, ahead + AHEAD + CALENDAR + place)));
        }
        return groups;
    }

    /** The numbers, step by step, all finite. */
    float[][] of(int series, int origin, int target) {
        float[][] out = new float[STEPS][width()];
        double base = features.base(series, origin, target);
        double scale = features.scale(series, origin);
        for (int step = 0; step < STEPS; step++) {
            int at = origin - STEPS + step;
            int next = before(series, at, base, scale, out[step]);
            next = calendar(at, out[step], next);
            next = along(series, at, out[step], next);
            next = ahead(series, origin, target, out[step], next);
            next = calendar(target, out[step], next);
            along(series, target, out[step], next);
        }
        return out;
    }

    private int before(int series, int at, double base, double scale, float[] out) {
        double value = features.panel().at(series, at);
        out[0] = number((value - base) / scale);
        out[1] = number(features.anomaly(series, at) / scale);
        out[2] = Double.isNaN(value) ? 1 : 0;
        out[3] = number(features.neighboursNow(series, at));
        return OWN;
    }

    private int ahead(int series, int origin, int target, float[] out, int from) {
        double base = features.base(series, origin, target);
        double scale = features.scale(series, origin);
        int cycle = features.seasons().cycle();
        int sameHour = target - cycle * ((target - origin) / cycle + 1);
        int at = from;
        out[at++] = target - origin + 1;
        out[at++] = number(base / scale);
        out[at++] = number((features.fastProfile(series, origin, target) - base) / scale);
        out[at++] = number((features.weekMean(series, origin, target) - base) / scale);
        out[at++] = number(features.anomaly(series, sameHour) / scale);
        return at;
    }

    /** Hour as sine and cosine, weekday by one of seven, holiday. */
    private int calendar(int index, float[] out, int from) {
        LocalDateTime time = features.panel().grid().at(index);
        double angle = 2 * Math.PI * (time.getHour() * 60 + time.getMinute()) / (24 * 60);
        out[from] = (float) StrictMath.sin(angle);
        out[from + 1] = (float) StrictMath.cos(angle);
        out[from + 1 + time.getDayOfWeek().getValue()] = 1;
        out[from + CALENDAR - 1] = features.isHoliday(index) ? 1 : 0;
        return from + CALENDAR;
    }

    private int along(int series, int index, float[] out, int from) {
        int count = gapless.width() - 1;
        for (int place = 0; place < count; place++) {
            out[from + place] = number(gapless.along(place, series, index));
        }
        return from + count;
    }

    private static float number(double value) {
        return Double.isFinite(value) ? (float) value : 0;
    }
}
