package town.nagar.streams.market;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.norms.market.SupportPrice;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.PlaceView;

/**
 * When a price alarms. A shock: the modal price is more than 20 % from the usual, over when it is
 * within 10 %. Below support: the modal price is under the minimum support price of the day; that
 * price is a floor for what the government buys, so this informs farmers and accuses nobody.
 */
final class PriceRules {
    private static final Rule SHOCK =
            new Rule("price_shock", Duration.ZERO, Duration.ofDays(3), false);
    private static final Rule BELOW_SUPPORT =
            new Rule("below_msp", Duration.ZERO, Duration.ofDays(7), false);
    private static final double SHOCK_ABOVE = 0.2;
    private static final double CALM_BELOW = 0.1;
    private static final double HIGH_FROM = 0.4;
    private static final double FAR_BELOW_SHARE = 0.9;
    private static final ZoneOffset IST = ZoneOffset.ofHoursMinutes(5, 30);

    private PriceRules() {}

    /** Whether the price jumped; nothing while it is not known what is usual. */
    static Optional<Observation> shock(PlaceView view, Series series, double modal, double usual) {
        if (Double.isNaN(usual)) {
            return Optional.empty();
        }
        double change = Math.abs(modal / usual - 1);
        return Optional.of(
                observation(
                        SHOCK,
                        view,
                        Verdict.above(change, SHOCK_ABOVE, CALM_BELOW),
                        change >= HIGH_FROM ? Severity.HIGH : Severity.MEDIUM,
                        "Price of %s %s"
                                .formatted(series.title(), modal > usual ? "jumped" : "fell"),
                        "Rs %.0f a quintal; Rs %.0f were usual".formatted(modal, usual),
                        metrics(modal, "usual_price", usual)));
    }

    /** Whether it is below the support price; nothing for what has none. */
    static Optional<Observation> belowSupport(PlaceView view, Series series, double modal) {
        LocalDate day = view.end().minusMillis(1).atOffset(IST).toLocalDate();
        return SupportPrice.find(series.commodity(), series.variety(), day)
                .map(price -> belowSupport(view, series, modal, price.rupeesPerQuintal()));
    }

    private static Observation belowSupport(
            PlaceView view, Series series, double modal, int support) {
        return observation(
                BELOW_SUPPORT,
                view,
                modal < support ? Verdict.FIRING : Verdict.CALM,
                modal < FAR_BELOW_SHARE * support ? Severity.HIGH : Severity.MEDIUM,
                "%s is below the support price".formatted(series.title()),
                "Rs %.0f a quintal; the minimum support price is Rs %d".formatted(modal, support),
                metrics(modal, "support_price", support));
    }

    private static SortedMap<String, Double> metrics(double modal, String name, double value) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("modal_price", modal);
        metrics.put(name, value);
        return metrics;
    }

    private static Observation observation(
            Rule rule,
            PlaceView view,
            Verdict verdict,
            Severity severity,
            String title,
            String description,
            SortedMap<String, Double> metrics) {
        return new Observation(
                rule,
                Domain.MARKET,
                view.place(),
                view.end(),
                verdict,
                severity,
                title,
                description,
                metrics,
                List.of(view.place()));
    }
}
