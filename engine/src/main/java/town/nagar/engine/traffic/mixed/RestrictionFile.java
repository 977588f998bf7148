package town.nagar.engine.traffic.mixed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Restrictions as a CSV table, a row a rule; lists within a field are parted by blanks.
 *
 * <pre>
 * name,kinds,first_day,last_day,days,from,until,zones,plates,exempt,compliance,replaced_by
 * odd-even,car,2026-03-01,2026-03-30,mon tue wed thu fri sat,08:00,20:00,all,parity,car:0.1,0.8,two_wheeler:0.3
 * no trucks by day,heavy,2026-01-01,2026-12-31,all,07:00,22:00,1 2 3,all,,0.95,
 * digits,car,2026-01-01,2026-12-31,all,06:00,24:00,all,mon:1/2 tue:3/4,,1,
 * </pre>
 *
 * <p>A day of the week is the first three letters of its English name; {@code 24:00} is the end of
 * the day. Lines that start with {@code #} are comments.
 */
public final class RestrictionFile {
    private static final List<String> HEADER =
            List.of(
                    "name",
                    "kinds",
                    "first_day",
                    "last_day",
                    "days",
                    "from",
                    "until",
                    "zones",
                    "plates",
                    "exempt",
                    "compliance",
                    "replaced_by");
    private static final String ALL = "all";
    private static final int DAY_LETTERS = 3;

    private RestrictionFile() {}

    /**
     * Reads a table.
     *
     * @param file name for messages
     * @throws RestrictionFileException naming file, line, field, value and what is allowed
     */
    public static List<Restriction> read(Reader source, String file) {
        var rules = new ArrayList<Restriction>();
        try (var lines = new BufferedReader(source)) {
            boolean headed = false;
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (headed) {
                    rules.add(rule(new Row(file, number, fields(line))));
                } else {
                    requireHeader(new Row(file, number, fields(line)));
                    headed = true;
                }
            }
        } catch (IOException unreadable) {
            throw new RestrictionFileException(
                    "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
        return List.copyOf(rules);
    }

    private static List<String> fields(String line) {
        return List.of(line.split(",", -1)).stream().map(String::strip).toList();
    }

    private static void requireHeader(Row row) {
        if (!row.fields.equals(HEADER)) {
            throw row.error(
                    "header is '%s'; allowed is '%s'"
                            .formatted(String.join(",", row.fields), String.join(",", HEADER)));
        }
    }

    private static Restriction rule(Row row) {
        if (row.fields.size() != HEADER.size()) {
            throw row.error(
                    "has %d fields; allowed are %d".formatted(row.fields.size(), HEADER.size()));
        }
        try {
            return new Restriction(
                    row.text("name"),
                    new LinkedHashSet<>(row.list("kinds")),
                    times(row),
                    zones(row),
                    row.parsed(
                            "plates", "all, parity, or days as mon:1/2", RestrictionFile::plates),
                    shares(row, "exempt"),
                    row.parsed("compliance", "numbers from 0 to 1", Double::parseDouble),
                    shares(row, "replaced_by"));
        } catch (IllegalArgumentException wrong) {
            throw row.error(String.valueOf(wrong.getMessage()));
        }
    }

    private static Times times(Row row) {
        return new Times(
                row.parsed("first_day", "days as 2026-03-01", LocalDate::parse),
                row.parsed("last_day", "days as 2026-03-01", LocalDate::parse),
                row.parsed("days", "all, or days as mon tue", RestrictionFile::days),
                row.parsed("from", "times as 08:00", LocalTime::parse),
                row.parsed("until", "times as 20:00, and 24:00", RestrictionFile::end));
    }

    private static LocalTime end(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static Set<DayOfWeek> days(String text) {
        if (text.equals(ALL)) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : text.split(" +", -1)) {
            days.add(day(name));
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String letters = day.name().substring(0, DAY_LETTERS).toLowerCase(Locale.ROOT);
            if (letters.equals(name)) {
                return day;
            }
        }
        throw new IllegalArgumentException("no day '%s'".formatted(name));
    }

    private static Set<Integer> zones(Row row) {
        if (row.text("zones").equals(ALL)) {
            return Set.of();
        }
        var zones = new LinkedHashSet<Integer>();
        for (String zone : row.list("zones")) {
            zones.add(row.parsed("zones", zone, "all, or zones as 1 2 3", Integer::parseInt));
        }
        return zones;
    }

    private static Plates plates(String text) {
        return switch (text) {
            case ALL -> new Plates.All();
            case "parity" -> new Plates.Parity();
            default -> lastDigits(text);
        };
    }

    private static Plates lastDigits(String text) {
        var barred = new EnumMap<DayOfWeek, Set<Integer>>(DayOfWeek.class);
        for (String entry : text.split(" +", -1)) {
            String[] parts = entry.split(":", 2);
            var digits = new LinkedHashSet<Integer>();
            for (String digit : parts[parts.length - 1].split("/", -1)) {
                digits.add(Integer.valueOf(digit));
            }
            barred.put(day(parts[0]), digits);
        }
        return new Plates.LastDigits(barred);
    }

    private static Map<String, Double> shares(Row row, String field) {
        var shares = new LinkedHashMap<String, Double>();
        for (String entry : row.list(field)) {
            int colon = entry.indexOf(':');
            double share =
                    row.parsed(
                            field,
                            entry,
                            "entries as car:0.1",
                            text -> Double.parseDouble(text.substring(colon + 1)));
            shares.put(entry.substring(0, Math.max(0, colon)), share);
        }
        return shares;
    }

    /** One line of the table with what its complaints need. */
    private record Row(String file, int number, List<String> fields) {
        String text(String field) {
            return fields.get(HEADER.indexOf(field));
        }

        List<String> list(String field) {
            return text(field).isEmpty() ? List.of() : List.of(text(field).split(" +", -1));
        }

        <T> T parsed(String field, String allowed, Function<String, T> parser) {
            return parsed(field, text(field), allowed, parser);
        }

        <T> T parsed(String field, String value, String allowed, Function<String, T> parser) {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException | DateTimeException wrong) {
                throw error("%s is '%s'; allowed are %s".formatted(field, value, allowed));
            }
        }

        RestrictionFileException error(String complaint) {
            return new RestrictionFileException(
                    "%s line %d: %s".formatted(file, number, complaint));
        }
    }
}
