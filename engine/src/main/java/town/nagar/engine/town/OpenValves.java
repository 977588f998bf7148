package town.nagar.engine.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import town.nagar.engine.town.plan.HourSet;
import town.nagar.engine.town.policy.SupplyChange;

/** Which zones' valves are open in which hours of the day, and how far. */
final class OpenValves {
    /** What valves let through of what a zone would draw, 0 to 1. */
    final double[] throttle;

    /** Which set of open zones each hour of the day has; -1 if none is open. */
    final int[] patternOfHour = new int[HourSet.HOURS_A_DAY];

    /** By pattern and zone: the distinct sets of open zones. */
    final boolean[][] open;

    private final IntPredicate isFed;

    /**
     * @param usual hours of each zone
     * @param changes a policy's, the later before the earlier
     * @param isFed whether any pipe feeds a zone
     */
    OpenValves(List<HourSet> usual, List<SupplyChange> changes, IntPredicate isFed) {
        this.isFed = isFed;
        throttle = new double[usual.size()];
        Arrays.fill(throttle, 1);
        open = patterns(changed(usual, changes));
    }

    private List<HourSet> changed(List<HourSet> usual, List<SupplyChange> changes) {
        List<HourSet> hours = new ArrayList<>(usual);
        for (SupplyChange change : changes) {
            for (int zone = 0; zone < throttle.length; zone++) {
                if (change.concerns(zone)) {
                    hours.set(zone, change.hours());
                    throttle[zone] = change.pressureFactor();
                }
            }
        }
        return hours;
    }

    /** Distinct sets of open zones; also tells each hour its own. */
    private boolean[][] patterns(List<HourSet> hours) {
        List<boolean[]> found = new ArrayList<>();
        for (int hour = 0; hour < HourSet.HOURS_A_DAY; hour++) {
            var opened = new boolean[throttle.length];
            boolean some = false;
            for (int zone = 0; zone < opened.length; zone++) {
                opened[zone] = hours.get(zone).has(hour) && isFed.test(zone);
                some |= opened[zone];
            }
            patternOfHour[hour] = some ? indexOf(opened, found) : Agents.NONE;
        }
        return found.toArray(boolean[][]::new);
    }

    private static int indexOf(boolean[] opened, List<boolean[]> found) {
        for (int known = 0; known < found.size(); known++) {
            if (Arrays.equals(found.get(known), opened)) {
                return known;
            }
        }
        found.add(opened);
        return found.size() - 1;
    }
}
