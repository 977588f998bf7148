package town.nagar.forecast.series;

import java.time.LocalDateTime;

/**
 * Local times at even steps; index 0 is the start.
 *
 * @param length how many times
 */
public record TimeGrid(LocalDateTime start, Step step, int length) {
    public TimeGrid {
        if (length < 1) {
            throw new IllegalArgumentException("a grid of %d times".formatted(length));
        }
    }

    /** The time of an index, which may lie outside. */
    public LocalDateTime at(int index) {
        return step.after(start, index);
    }

    /** The index of the last time not after one; it may lie outside. */
    public int indexAtOrBefore(LocalDateTime time) {
        return Math.toIntExact(step.between(start, time));
    }

    /** The index of the first time not before one; it may lie outside. */
    public int indexAtOrAfter(LocalDateTime time) {
        int index = indexAtOrBefore(time);
        return at(index).isBefore(time) ? index + 1 : index;
    }

    public TimeGrid withLength(int other) {
        return new TimeGrid(start, step, other);
    }
}
