package town.nagar.norms.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import town.nagar.norms.Words;
import town.nagar.norms.tables.Row;
import town.nagar.norms.tables.Table;

/**
 * Holidays and festivals from {@link #FIRST} to {@link #LAST}.
 *
 * <p>Every method throws {@link IllegalArgumentException} for a date outside: an unknown day is not
 * an ordinary one. Dates are those of India.
 */
public final class Calendar {
    public static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    /** One list for each day from the first, so that a look-up allocates nothing. */
    private static final List<List<SpecialDay>> BY_DAY = byDay();

    private Calendar() {}

    /** Whether the calendar knows the date. */
    public static boolean covers(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /** All that is kept on a date anywhere; the whole of India's first. */
    public static List<SpecialDay> on(LocalDate date) {
        if (!covers(date)) {
            throw new IllegalArgumentException(
                    "date %s is outside the calendar; allowed: %s to %s"
                            .formatted(date, FIRST, LAST));
        }
        return BY_DAY.get(slot(date));
    }

    /** Whether offices in a region are closed, weekends aside. */
    public static boolean isHoliday(LocalDate date, Region region) {
        List<SpecialDay> days = on(date);
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).isHoliday() && region.keeps(days.get(i).region())) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is kept in a region from a date to another, both included, in order.
     *
     * @throws IllegalArgumentException also if {@code to} is before {@code from}
     */
    public static List<SpecialDay> between(LocalDate from, LocalDate to, Region region) {
        on(from);
        on(to);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("dates from %s to %s".formatted(from, to));
        }
        return BY_DAY.subList(slot(from), slot(to) + 1).stream()
                .flatMap(List::stream)
                .filter(day -> region.keeps(day.region()))
                .toList();
    }

    /**
     * The next day of a key such as {@code diwali} on or after a date; empty if there is none up to
     * {@link #LAST}.
     */
    public static Optional<SpecialDay> next(String key, LocalDate from) {
        return between(from, LAST, Region.GUJARAT).stream()
                .filter(day -> day.key().equals(key))
                .findFirst();
    }

    private static int slot(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - FIRST.toEpochDay());
    }

    private static List<List<SpecialDay>> byDay() {
        List<List<SpecialDay>> byDay = new ArrayList<>();
        IntStream.rangeClosed(0, slot(LAST)).forEach(_ -> byDay.add(new ArrayList<>()));
        Stream.concat(fixed(), movable())
                .sorted(Comparator.comparing(SpecialDay::region).thenComparing(SpecialDay::key))
                .forEach(day -> byDay.get(slot(day.date())).add(day));
        return byDay.stream().map(List::copyOf).toList();
    }

    private static Stream<SpecialDay> fixed() {
        return Table.read(Calendar.class, "fixed_days.csv").stream().flatMap(Calendar::everyYear);
    }

    private static Stream<SpecialDay> everyYear(Row row) {
        YearlyRule rule = row.read("rule", YearlyRule::parse, "such as 01-26 or easter-2");
        return IntStream.rangeClosed(FIRST.getYear(), LAST.getYear())
                .mapToObj(year -> day(row, rule.in(year), false));
    }

    private static Stream<SpecialDay> movable() {
        return Table.read(Calendar.class, "movable_days.csv").stream()
                .map(row -> day(row, row.date("date"), row.yes("predicted")));
    }

    private static SpecialDay day(Row row, LocalDate date, boolean predicted) {
        return new SpecialDay(
                date,
                row.read("region", Region::of, "a region"),
                row.text("key"),
                new Words(row.text("name_en"), row.text("name_hi"), row.text("name_gu")),
                row.read("kind", SpecialDay.Kind::of, "a kind"),
                row.text("source"),
                predicted);
    }
}
