package town.nagar.data.rollups;

import java.time.Instant;
import town.nagar.norms.time.Ist;

/**
 * An Indian hour of a sensor whose raw rows changed.
 *
 * @param entity the sensor's id
 * @param hour the hour's first instant
 */
public record Mark(String entity, Instant hour) {
    /** The first instant of the Indian day that holds the hour. */
    public Instant day() {
        return Instant.ofEpochMilli(Ist.day(hour.toEpochMilli()));
    }
}
