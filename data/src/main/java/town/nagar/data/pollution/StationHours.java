package town.nagar.data.pollution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import town.nagar.data.history.Sql;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.Pollutant;

/** The hourly means of one station over a stretch of hours, and the indices they give. */
final class StationHours {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int DAY_HOURS = 24;

    private static final String QUERY =
            "SELECT date_part('epoch', hour), averaging, "
                    + Pollutant.all().stream()
                            .map(Pollutant::quantity)
                            .collect(Collectors.joining(", "))
                    + " FROM pollution_hourly WHERE station_id = ? AND hour >= ? AND hour <= ?"
                    + " ORDER BY hour";

    private final Instant from;
    private final double[][] means;
    private final TreeMap<Instant, Boolean> dailyMeans = new TreeMap<>();

    StationHours(Instant from, Instant until) {
        this.from = from;
        int hours = slot(until) + 1;
        means = new double[Pollutant.all().size()][hours];
        for (double[] pollutant : means) {
            Arrays.fill(pollutant, Double.NaN);
        }
    }

    /** The hours from the first to the last instant, both inside. */
    static StationHours read(String station, Instant from, Instant until, Connection connection)
            throws SQLException {
        StationHours hours = new StationHours(from, until);
        hours.read(query(station, from, until), connection);
        return hours;
    }

    /** The query for the hourly rows from the first to the last instant, both inside. */
    static Sql query(String station, Instant from, Instant until) {
        return Sql.of(QUERY, station, from, until);
    }

    /** Takes rows of epoch seconds, averaging, and the means by pollutant. */
    void read(Sql query, Connection connection) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                take(row);
            }
        }
    }

    private void take(ResultSet row) throws SQLException {
        Instant hour = Instant.ofEpochSecond(Math.round(row.getDouble(1)));
        boolean ofDay = row.getString(2).equals("24h");
        double[] values = new double[means.length];
        for (int i = 0; i < values.length; i++) {
            double value = row.getDouble(3 + i);
            values[i] = row.wasNull() ? Double.NaN : value;
        }
        put(hour, ofDay, values);
    }

    /**
     * Sets an hour.
     *
     * @param ofDay whether the means are those of a whole day
     * @param values by pollutant ordinal, NaN where there is none
     */
    void put(Instant hour, boolean ofDay, double[] values) {
        dailyMeans.put(hour, ofDay);
        for (int i = 0; i < means.length; i++) {
            means[i][slot(hour)] = values[i];
        }
    }

    private int slot(Instant hour) {
        return (int) Duration.between(from, hour).toHours();
    }

    /** The hours that are there, both ends inside. */
    List<Instant> between(Instant first, Instant last) {
        return List.copyOf(dailyMeans.subMap(first, true, last, true).keySet());
    }

    /** The running index at the end of an hour that is there, or a daily mean's own. */
    Naqi index(Instant hour) {
        return dailyMeans.getOrDefault(hour, false)
                ? ofDailyMeans(hour)
                : Naqi.running(window(hour.minus(HOUR.multipliedBy(DAY_HOURS - 1L))), DAY_HOURS);
    }

    boolean hasDay(Instant day) {
        return !ofDay(day).isEmpty();
    }

    /** The index of an Indian calendar day: of its own 24 hours alone. */
    Naqi indexOfDay(Instant day) {
        Map<Instant, Boolean> hours = ofDay(day);
        boolean allDaily = hours.values().stream().allMatch(daily -> daily);
        return allDaily
                ? ofDailyMeans(hours.keySet().iterator().next())
                : Naqi.running(window(day), DAY_HOURS);
    }

    private Map<Instant, Boolean> ofDay(Instant day) {
        return dailyMeans.subMap(day, true, day.plus(HOUR.multipliedBy(DAY_HOURS)), false);
    }

    private Naqi ofDailyMeans(Instant hour) {
        Map<Pollutant, Double> values = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.all()) {
            double value = means[pollutant.ordinal()][slot(hour)];
            if (!Double.isNaN(value)) {
                values.put(pollutant, value);
            }
        }
        return Naqi.ofMeans(values, Double.NaN);
    }

    /** 24 hours by pollutant; hours outside the stretch and means of days are missing. */
    private double[][] window(Instant first) {
        double[][] window = new double[means.length][DAY_HOURS];
        for (int i = 0; i < DAY_HOURS; i++) {
            Instant hour = first.plus(HOUR.multipliedBy(i));
            boolean there = Boolean.FALSE.equals(dailyMeans.get(hour));
            for (int pollutant = 0; pollutant < means.length; pollutant++) {
                window[pollutant][i] = there ? means[pollutant][slot(hour)] : Double.NaN;
            }
        }
        return window;
    }
}
