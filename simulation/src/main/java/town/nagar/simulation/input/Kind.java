package town.nagar.simulation.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import town.nagar.engine.json.Json;

/**
 * What the value of a field may be.
 *
 * @param of the value of a JSON; none if it is of another kind or out of range
 * @param allowed what messages say of it, such as {@code "allowed is a text"}
 */
record Kind<T>(Function<Json, Optional<T>> of, String allowed) {
    private static final double MOST_PLAIN = 1e15;

    /** A text with something in it. */
    static Kind<String> text() {
        return new Kind<>(
                json ->
                        json instanceof Json.Text(var text, var _) && !text.isBlank()
                                ? Optional.of(text)
                                : Optional.empty(),
                "allowed is a text");
    }

    static Kind<Double> number(double least, double most) {
        return new Kind<>(json -> amount(json, least, most), allowed("numbers", least, most));
    }

    static Kind<Long> whole(long least, long most) {
        return new Kind<>(
                json ->
                        amount(json, (double) least, (double) most)
                                .filter(amount -> amount == StrictMath.rint(amount))
                                .map(Double::longValue),
                allowed("whole numbers", (double) least, (double) most));
    }

    static Kind<Boolean> flag() {
        return new Kind<>(
                json ->
                        json instanceof Json.Flag(var flag, var _)
                                ? Optional.of(flag)
                                : Optional.empty(),
                "allowed are true and false");
    }

    /** A day of the calendar. */
    static Kind<LocalDate> day(LocalDate earliest, LocalDate latest) {
        return new Kind<>(
                json -> day(json).filter(day -> !day.isBefore(earliest) && !day.isAfter(latest)),
                "allowed are days of the calendar as YYYY-MM-DD, from %s to %s"
                        .formatted(earliest, latest));
    }

    private static Optional<Double> amount(Json json, double least, double most) {
        return json instanceof Json.Amount(var amount, var _, var _)
                        && amount >= least
                        && amount <= most
                ? Optional.of(amount)
                : Optional.empty();
    }

    private static Optional<LocalDate> day(Json json) {
        try {
            return json instanceof Json.Text(var text, var _)
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String allowed(String what, double least, double most) {
        return least == most
                ? "allowed is " + plain(least)
                : "allowed are %s from %s to %s".formatted(what, plain(least), plain(most));
    }

    private static String plain(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < MOST_PLAIN
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
