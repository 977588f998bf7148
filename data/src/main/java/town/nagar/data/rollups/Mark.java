package town.nagar.data.rollups;

import java.time.Instant;

/**
 * An Indian hour of a sensor whose raw rows changed.
 *
 * @param entity the sensor's id
 * @param hour the hour's first instant
 */
public record Mark(String entity, Instant hour) {
    private static final long DAY_SECONDS = 86_400;
    private static final long INDIAN_OFFSET_SECONDS = 19_800;

    /** The first instant of the Indian day that holds the hour. */
    public Instant day() {
        long local = hour.getEpochSecond() + INDIAN_OFFSET_SECONDS;
        return Instant.ofEpochSecond(
                local - Math.floorMod(local, DAY_SECONDS) - INDIAN_OFFSET_SECONDS);
    }
}
