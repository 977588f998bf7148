package town.nagar.data.pollution;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import town.nagar.data.history.Sql;
import town.nagar.data.rollups.Derivation;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.Pollutant;

/** The indices of hours that are still open, from the raw rows there are so far. */
final class OpenHours {
    private static final String QUERY =
            "SELECT date_part('epoch', date_bin('1 h', time, %s)) AS hour, "
                            .formatted(Derivation.ORIGIN)
                    + "CASE WHEN bool_and(metadata ->> 'averaging' IS NOT DISTINCT FROM '24h')"
                    + " THEN '24h' ELSE '1h' END, "
                    + Pollutant.all().stream()
                            .map(pollutant -> "avg(%s)".formatted(pollutant.quantity()))
                            .collect(Collectors.joining(", "))
                    + " FROM pollution_measurements WHERE station_id = ? AND time >= ? AND time < ?"
                    + " GROUP BY 1 ORDER BY 1";

    private OpenHours() {}

    /**
     * The index of each open hour that has rows.
     *
     * @param cut the first hour that is open
     */
    static SequencedMap<Instant, Naqi> read(
            String station, Instant cut, Instant until, Connection connection) throws SQLException {
        SequencedMap<Instant, Naqi> indices = new LinkedHashMap<>();
        if (!cut.isBefore(until)) {
            return indices;
        }
        StationHours hours = new StationHours(cut.minus(Duration.ofHours(Naqi.HOURS)), until);
        hours.read(
                StationHours.query(
                        station, cut.minus(Duration.ofHours(Naqi.HOURS)), cut.minusMillis(1)),
                connection);
        hours.read(Sql.of(QUERY, station, cut, until), connection);
        for (Instant hour : hours.between(cut, until)) {
            indices.put(hour, hours.index(hour));
        }
        return indices;
    }
}
