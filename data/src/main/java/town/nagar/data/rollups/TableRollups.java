package town.nagar.data.rollups;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Derived tables that SQL alone makes.
 *
 * @param ofHours made hour by hour
 * @param ofDays made day by day, after the hours
 */
public record TableRollups(List<Derivation> ofHours, List<Derivation> ofDays)
        implements DomainRollups {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    public TableRollups {
        ofHours = List.copyOf(ofHours);
        ofDays = List.copyOf(ofDays);
    }

    @Override
    public void derive(List<Mark> marks, Connection connection) throws SQLException {
        derive(ofHours, HOUR, byTime(marks, Mark::hour), connection);
        derive(ofDays, DAY, byTime(marks, Mark::day), connection);
    }

    private static void derive(
            List<Derivation> derivations,
            Duration length,
            Map<Instant, List<String>> sensors,
            Connection connection)
            throws SQLException {
        for (Map.Entry<Instant, List<String>> entry : sensors.entrySet()) {
            for (Derivation derivation : derivations) {
                Instant from = entry.getKey();
                derivation.derive(entry.getValue(), from, from.plus(length), connection);
            }
        }
    }

    /** Distinct sensors by hour or day. */
    public static Map<Instant, List<String>> byTime(
            List<Mark> marks, Function<Mark, Instant> time) {
        Map<Instant, TreeSet<String>> sets = new TreeMap<>();
        marks.forEach(mark ->
                sets.computeIfAbsent(time.apply(mark), t -> new TreeSet<>()).add(mark.entity()));
        Map<Instant, List<String>> lists = new TreeMap<>();
        sets.forEach((at, sensors) -> lists.put(at, List.copyOf(sensors)));
        return lists;
    }
}
