package town.nagar.norms.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A minimum support price: a floor for produce the government buys, not a market price.
 *
 * @param commodity in lower case, as in {@code msp.csv}
 * @param variety in lower case; empty if the price is for all
 * @param from first day of the marketing season
 * @param until last day of it
 * @param source the decision that set it
 */
public record SupportPrice(
        String commodity,
        String variety,
        String season,
        LocalDate from,
        LocalDate until,
        int rupeesPerQuintal,
        String source) {
    private static final List<SupportPrice> ALL = read();

    /** All prices known, by season. */
    public static List<SupportPrice> list() {
        return ALL;
    }

    /**
     * The price of a commodity on a day. Without a price for the variety the lowest of the
     * commodity's varieties counts, so that nobody is called below it wrongly.
     *
     * @param commodity in any case
     * @param variety in any case; may be empty
     */
    public static Optional<SupportPrice> find(String commodity, String variety, LocalDate day) {
        List<SupportPrice> onDay =
                ALL.stream().filter(price -> price.isFor(commodity) && price.holdsOn(day)).toList();
        return onDay.stream()
                .filter(price -> price.variety.equals(variety.toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() ->
                        onDay.stream()
                                .min((a, b) ->
                                        Integer.compare(a.rupeesPerQuintal, b.rupeesPerQuintal)));
    }

    private boolean isFor(String other) {
        return commodity.equals(other.toLowerCase(Locale.ROOT));
    }

    private boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    private static SupportPrice parse(String line) {
        String[] cells = line.split(",", 7);
        return new SupportPrice(
                cells[0],
                cells[1],
                cells[2],
                LocalDate.parse(cells[3]),
                LocalDate.parse(cells[4]),
                Integer.parseInt(cells[5]),
                cells[6]);
    }

    private static List<SupportPrice> read() {
        try (InputStream in =
                        Objects.requireNonNull(SupportPrice.class.getResourceAsStream("msp.csv"));
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(SupportPrice::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
