package town.nagar.data.pollution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import town.nagar.data.rollups.Derivation;
import town.nagar.data.rollups.DomainRollups;
import town.nagar.data.rollups.Mark;
import town.nagar.data.rollups.TableRollups;
import town.nagar.norms.air.Naqi;
import town.nagar.norms.air.Pollutant;

/**
 * Hourly and daily means of each station, and the National AQI that stands on them.
 *
 * <p>A changed hour changes the running index of its own and the 23 hours after.
 */
public final class PollutionRollups implements DomainRollups {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static final Derivation HOURLY =
            new Derivation(
                    "pollution_hourly",
                    "hour",
                    "1 hour",
                    "pollution_measurements",
                    "time",
                    "station_id",
                    List.of("station_id"),
                    hourlyColumns());

    private static final Derivation DAILY =
            new Derivation(
                    "pollution_daily",
                    "day",
                    "1 day",
                    "pollution_hourly",
                    "hour",
                    "station_id",
                    List.of("station_id"),
                    dailyColumns());

    private static SequencedMap<String, String> hourlyColumns() {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        columns.put("place_id", "max(place_id)");
        columns.put("readings", "count(*)");
        columns.put(
                "averaging",
                "CASE WHEN bool_and(metadata ->> 'averaging' IS NOT DISTINCT FROM '24h')"
                        + " THEN '24h' ELSE '1h' END");
        for (Pollutant pollutant : Pollutant.all()) {
            String name = pollutant.quantity();
            columns.put(name, Derivation.avg(name));
            columns.put(name + "_count", "count(%s)".formatted(name));
        }
        for (String name : List.of("co2", "nox", "\"no\"", "temperature", "humidity")) {
            columns.put(name, Derivation.avg(name));
        }
        columns.put("max_nowcast", "max(nowcast)");
        return columns;
    }

    private static SequencedMap<String, String> dailyColumns() {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        columns.put("place_id", "max(place_id)");
        columns.put("hours", "count(*)");
        columns.put("averaging", "CASE WHEN bool_and(averaging = '24h') THEN '24h' ELSE '1h' END");
        for (Pollutant pollutant : Pollutant.all()) {
            columns.put(pollutant.quantity(), Derivation.avg(pollutant.quantity()));
        }
        for (String name : List.of("co2", "nox", "\"no\"", "temperature", "humidity")) {
            columns.put(name, Derivation.avg(name));
        }
        return columns;
    }

    @Override
    public void derive(List<Mark> marks, Connection connection) throws SQLException {
        for (Map.Entry<Instant, List<String>> hour :
                TableRollups.byTime(marks, Mark::hour).entrySet()) {
            Instant from = hour.getKey();
            HOURLY.derive(hour.getValue(), from, from.plus(HOUR), connection);
        }
        for (Map.Entry<Instant, List<String>> day :
                TableRollups.byTime(marks, Mark::day).entrySet()) {
            Instant from = day.getKey();
            DAILY.derive(day.getValue(), from, from.plus(DAY), connection);
        }
        for (Map.Entry<String, NavigableSet<Instant>> station : hours(marks).entrySet()) {
            index(station.getKey(), station.getValue(), connection);
        }
    }

    private static Map<String, NavigableSet<Instant>> hours(List<Mark> marks) {
        Map<String, NavigableSet<Instant>> hours = new TreeMap<>();
        marks.forEach(mark ->
                hours.computeIfAbsent(mark.entity(), entity -> new TreeSet<>()).add(mark.hour()));
        return hours;
    }

    /** Stretches of hours whose windows overlap are read together. */
    private static void index(String station, Set<Instant> changed, Connection connection)
            throws SQLException {
        List<Instant> left = new ArrayList<>(changed);
        while (!left.isEmpty()) {
            int end = 1;
            while (end < left.size()
                    && !left.get(end).isAfter(left.get(end - 1).plus(HOUR.multipliedBy(48)))) {
                end++;
            }
            stretch(station, left.getFirst(), left.get(end - 1), connection);
            left = left.subList(end, left.size());
        }
    }

    private static void stretch(String station, Instant first, Instant last, Connection connection)
            throws SQLException {
        Instant dayOfFirst = new Mark(station, first).day();
        Instant last24 = last.plus(HOUR.multipliedBy(Naqi.HOURS - 1L));
        StationHours hours =
                StationHours.read(
                        station, earlier(dayOfFirst, first.minus(DAY)), last24, connection);
        try (PreparedStatement update = IndexRow.hourly(connection)) {
            for (Instant hour : hours.between(first, last24)) {
                IndexRow.set(update, hours.index(hour), station, hour);
            }
            update.executeBatch();
        }
        try (PreparedStatement update = IndexRow.daily(connection)) {
            Instant lastDay = new Mark(station, last).day();
            for (Instant day = dayOfFirst; !day.isAfter(lastDay); day = day.plus(DAY)) {
                if (hours.hasDay(day)) {
                    IndexRow.set(update, hours.indexOfDay(day), station, day);
                }
            }
            update.executeBatch();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
