package town.nagar.norms.agriculture;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The year over which the government buys a season's harvest at the minimum support price: of
 * kharif crops from 1 October, of rabi crops from 1 April.
 *
 * @param firstYear the year it begins in: 2026 for rabi 2026-27
 */
public record MarketingSeason(CropSeason crop, int firstYear) {
    private static final Pattern LABEL = Pattern.compile("(kharif|rabi) (\\d{4})-(\\d{2})");

    public MarketingSeason {
        if (crop == CropSeason.ZAID) {
            throw new IllegalArgumentException("zaid crops have no marketing season");
        }
    }

    /** The season that holds a day. */
    public static MarketingSeason of(CropSeason crop, LocalDate day) {
        MarketingSeason season = new MarketingSeason(crop, day.getYear());
        return day.isBefore(season.from()) ? new MarketingSeason(crop, day.getYear() - 1) : season;
    }

    /**
     * The season of a label such as {@code rabi 2026-27}.
     *
     * @throws IllegalArgumentException if it is no such label
     */
    public static MarketingSeason parse(String label) {
        Matcher matcher = LABEL.matcher(label);
        if (matcher.matches()) {
            int year = Integer.parseInt(matcher.group(2));
            MarketingSeason season = new MarketingSeason(CropSeason.of(matcher.group(1)), year);
            if (season.label().equals(label)) {
                return season;
            }
        }
        throw new IllegalArgumentException(
                "season '" + label + "'; allowed: such as kharif 2025-26 or rabi 2026-27");
    }

    public LocalDate from() {
        Month month = crop == CropSeason.KHARIF ? Month.OCTOBER : Month.APRIL;
        return LocalDate.of(firstYear, month, 1);
    }

    /** The last day. */
    public LocalDate until() {
        return from().plusYears(1).minusDays(1);
    }

    public String label() {
        return "%s %d-%02d".formatted(crop.code(), firstYear, (firstYear + 1) % 100);
    }
}
