package town.nagar.forecast.training;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of past that models are judged on, and where what they learnt from ends.
 *
 * @param end rows at and after it are not learnt from; a horizon before the first origin
 * @param origins of the forecasts that are judged, rising
 */
record Fold(int end, List<Integer> origins) {
    static final int COUNT = 5;
    private static final int MOST_ORIGINS = 30;

    Fold {
        origins = List.copyOf(origins);
    }

    /**
     * Five folds in order, each after what the folds before it hold: a time-series split with a gap
     * of one horizon.
     *
     * @param first index that can be learnt from
     * @param end index after the last value
     * @param cycle after which origins would fall on the same hour
     * @throws IllegalArgumentException if there is too little
     */
    static List<Fold> of(int first, int end, int horizon, int cycle) {
        int length = (end - first - horizon) / (COUNT + 1);
        if (length < 1) {
            throw new IllegalArgumentException(
                    "%d steps to learn from; allowed: at least %d for %d folds and a horizon of %d"
                            .formatted(
                                    Math.max(0, end - first), horizon + COUNT + 1, COUNT, horizon));
        }
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < COUNT; fold++) {
            int from = end - (COUNT - fold) * length;
            folds.add(new Fold(from - horizon, origins(from, from + length, cycle)));
        }
        return folds;
    }

    /** Steps from one origin to the next in the mean; 1 if there is but one. */
    static double apart(List<Fold> folds) {
        int count = folds.stream().mapToInt(fold -> fold.origins().size()).sum();
        int first = folds.getFirst().origins().getFirst();
        int last = folds.getLast().origins().getLast();
        return count < 2 ? 1 : (last - first) / (count - 1.0);
    }

    /** Evenly apart, and by turns on all places of the cycle. */
    private static List<Integer> origins(int from, int to, int cycle) {
        int apart = Math.max(1, (to - from) / MOST_ORIGINS);
        while (greatestDivisor(apart, cycle) > 1) {
            apart++;
        }
        List<Integer> origins = new ArrayList<>();
        for (int at = from; at < to; at += apart) {
            origins.add(at);
        }
        return origins;
    }

    private static int greatestDivisor(int a, int b) {
        return b == 0 ? a : greatestDivisor(b, a % b);
    }
}
