package town.nagar.streams.enrich;

import java.util.Optional;
import town.nagar.contracts.places.Point;
import town.nagar.contracts.places.Sensor;
import town.nagar.contracts.readings.Reading;

/**
 * A reading with where its sensor stands.
 *
 * @param lat in degrees, NaN if not known
 * @param lon in degrees, NaN if not known
 */
public record Sensed(Reading reading, double lat, double lon, Derived derived) {
    static Sensed of(Reading reading, Optional<Sensor> sensor, Derived derived) {
        Optional<Point> point =
                sensor.map(Sensor::point).filter(known -> !known.equals(Point.NOWHERE));
        return new Sensed(
                reading,
                point.map(Point::lat).orElse(Double.NaN),
                point.map(Point::lon).orElse(Double.NaN),
                derived);
    }
}
