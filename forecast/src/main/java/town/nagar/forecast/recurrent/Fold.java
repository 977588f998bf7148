package town.nagar.forecast.recurrent;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One split by time: training before {@code trainingEnd}, validation from {@code validationStart}.
 *
 * @param trainingEnd sequences trained on, from the first
 * @param validationStart first sequence judged
 * @param validationEnd after the last sequence judged
 */
public record Fold(int trainingEnd, int validationStart, int validationEnd) {
    /**
     * Walk-forward folds of equal validation parts, each trained on all before it.
     *
     * @param sequences how many there are, in order of time
     * @param folds how many folds, at least 1
     * @param gap sequences left out before each validation part, so that no target is seen early
     * @throws IllegalArgumentException if too few sequences are left to train on
     */
    public static List<Fold> walkForward(int sequences, int folds, int gap) {
        int part = sequences / (folds + 1);
        int first = sequences - folds * part;
        if (folds < 1 || gap < 0 || part < 1 || first - gap < 1) {
            throw new IllegalArgumentException(
                    "%d sequences, %d folds, gap %d".formatted(sequences, folds, gap));
        }
        return IntStream.range(0, folds)
                .map(fold -> first + fold * part)
                .mapToObj(start -> new Fold(start - gap, start, start + part))
                .toList();
    }
}
