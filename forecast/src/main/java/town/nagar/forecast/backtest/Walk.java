package town.nagar.forecast.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import town.nagar.forecast.feature.Seasons;
import town.nagar.forecast.series.Step;

/**
 * The origins of a backtest in order: those asked for, and earlier ones whose errors give weights
 * and widths; and up to where models are fitted for each.
 *
 * <p>Models are fitted anew at the first origin asked for and then about every 30 days (every step
 * for steps longer than a month); for at most a dozen origins asked for, at each of them.
 *
 * @param origins indices of the grid, rising
 * @param asked which were asked for
 * @param fitted for each, the end of what its models learnt from, not after the origin
 */
record Walk(List<Integer> origins, List<Boolean> asked, List<Integer> fitted) {
    private static final int DAYS_BEFORE = 120;
    private static final int DAYS_A_FIT = 30;
    private static final int FEW = 12;
    private static final int MOST_FITS = 14;
    private static final double SHARE_OF_PAST = 0.35;
    private static final double SHARE_OF_LONG_STEPS = 0.6;
    private static final int DAYS_BEFORE_OF_DAYS = 730;

    Walk {
        origins = List.copyOf(origins);
        asked = List.copyOf(asked);
        fitted = List.copyOf(fitted);
    }

    /**
     * Plans a walk.
     *
     * @param wanted origins asked for
     * @param started index from which most series have values
     */
    static Walk plan(TreeSet<Integer> wanted, int started, Step step, int horizon) {
        Seasons seasons = Seasons.of(step);
        int every = step.isWithinDay() ? seasons.cycle() + turn(wanted, seasons.cycle()) : 1;
        int days = step.isWithinDay() ? DAYS_BEFORE : DAYS_BEFORE_OF_DAYS;
        int before =
                step.minutes() > 0
                        ? Math.max(1, days * 24 * 60 / (int) (every * step.minutes()))
                        : 6;
        int first = wanted.getFirst();
        int past = first - started;
        double share = step.isWithinDay() ? SHARE_OF_PAST : SHARE_OF_LONG_STEPS;
        int usable = (int) (past * share);
        var all = new TreeSet<>(wanted);
        for (int back = 1; back <= before && back * every <= usable; back++) {
            all.add(first - back * every);
        }
        if (wanted.size() <= FEW) {
            for (int at = first; at < wanted.getLast(); at += every) {
                all.add(at);
            }
        }
        return withFits(all, wanted, Math.max(1, step.perDays(DAYS_A_FIT)));
    }

    /**
     * What earlier origins are further apart than a cycle: the distance of the first two asked for,
     * so that they come to all the hours asked for; 0 if those are a cycle apart anyway.
     */
    private static int turn(TreeSet<Integer> wanted, int cycle) {
        if (wanted.size() < 2) {
            return 0;
        }
        int first = wanted.getFirst();
        int second = wanted.stream().skip(1).findFirst().orElse(first);
        return (second - first) % cycle;
    }

    private static Walk withFits(TreeSet<Integer> all, TreeSet<Integer> wanted, int days) {
        int span = all.getLast() - all.getFirst();
        int apart = Math.max(days, span / MOST_FITS);
        var at = new TreeMap<Integer, Integer>();
        int first = wanted.getFirst();
        int fit = all.getFirst();
        for (int origin : all) {
            boolean due = origin - fit >= apart && (origin > first || first - origin >= apart / 2);
            boolean few = wanted.size() <= FEW && wanted.contains(origin);
            fit = due || few || origin == first ? origin : fit;
            at.put(origin, fit);
        }
        List<Boolean> asked = new ArrayList<>();
        all.forEach(origin -> asked.add(wanted.contains(origin)));
        return new Walk(List.copyOf(all), asked, List.copyOf(at.values()));
    }

    int size() {
        return origins.size();
    }

    int origin(int place) {
        return origins.get(place);
    }

    boolean isAsked(int place) {
        return asked.get(place);
    }

    /** Whether models are fitted anew at a place. */
    boolean fitsAt(int place) {
        return place == 0 || !fitted.get(place).equals(fitted.get(place - 1));
    }

    /**
     * Whether models that take long to learn are fitted anew at a place: at the first, and at the
     * first asked for; where few are asked for, at each of them.
     */
    boolean fitsSeldomAt(int place) {
        boolean first = isAsked(place) && asked.indexOf(true) == place;
        boolean few = isAsked(place) && asked.stream().filter(one -> one).count() <= FEW / 4;
        return place == 0 || first || few;
    }
}
