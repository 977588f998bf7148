package town.nagar.norms.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import town.nagar.norms.tables.Row;
import town.nagar.norms.tables.Table;

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
    private static final List<SupportPrice> ALL =
            Table.read(SupportPrice.class, "msp.csv").stream().map(SupportPrice::of).toList();

    public SupportPrice {
        if (until.isBefore(from) || rupeesPerQuintal <= 0) {
            throw new IllegalArgumentException(
                    "%s: %d rupees from %s until %s"
                            .formatted(commodity, rupeesPerQuintal, from, until));
        }
    }

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

    private static SupportPrice of(Row row) {
        return new SupportPrice(
                row.text("commodity"),
                row.text("variety"),
                row.text("season"),
                row.date("from"),
                row.date("until"),
                row.whole("rupees_per_quintal"),
                row.text("source"));
    }
}
