package town.nagar.forecast.monitoring.drift;

import java.time.LocalDateTime;

/**
 * How far a place stands apart from the others of its kind.
 *
 * @param scales of its own usual distance; above 0 where it is higher than usual
 * @param limit which the size of that must pass
 * @param unit what one scale is, in the measure's unit
 * @param since about when it began, in Indian time; later than all values if it did not
 */
public record Shift(String place, double scales, double limit, double unit, LocalDateTime since) {
    private static final double CLEAR = 0.8;

    public boolean isFound() {
        return Math.abs(scales) > limit;
    }

    /** Whether it is well below its limit. */
    public boolean isOver() {
        return Math.abs(scales) < CLEAR * limit;
    }
}
