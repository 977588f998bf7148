package town.nagar.streams.market;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.norms.market.PriceCheck;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.Findings;
import town.nagar.streams.places.Median;
import town.nagar.streams.places.PlaceLogic;
import town.nagar.streams.places.PlaceView;
import town.nagar.streams.places.Results;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Buckets;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.Slicer;

/**
 * A series of a mandi by the day. The place of results and alerts is the series, MANDI:COMMODITY or
 * MANDI:COMMODITY:VARIETY, because each has a price of its own.
 */
public record MarketLogic() implements PlaceLogic {
    static final String DAY_KIND = "market_day";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HISTORY = Duration.ofDays(30);
    private static final int USUAL_DAYS = 7;
    private static final int LEAST_DAYS = 3;

    /** All that makes the domain's job. */
    public static DomainLogic job() {
        return new DomainLogic(
                Domain.MARKET,
                (reading, book) -> Derived.NONE,
                new Slicer(Domain.MARKET, MINUTE, DAY, ""),
                List.of(),
                new MarketLogic());
    }

    @Override
    public List<String> places(Slice slice, ReferenceBook book) {
        return List.of(slice.sensorId());
    }

    /** A day's price is known when it is reported: nobody waits for the day's end. */
    @Override
    public List<Long> windowEnds(String place, Slice slice) {
        return List.of(slice.end());
    }

    @Override
    public Duration keepSlices() {
        return DAY;
    }

    @Override
    public Map<String, Duration> keepResults() {
        return Map.of(DAY_KIND, HISTORY);
    }

    @Override
    public void evaluate(PlaceView view, Findings findings) {
        long today = Buckets.startOf(view.end().toEpochMilli() - 1, DAY);
        List<Slice> slices =
                view.slices(DAY).stream().filter(slice -> slice.start() >= today).toList();
        if (slices.isEmpty()) {
            return;
        }
        Instant start = Instant.ofEpochMilli(today);
        Series series = Series.of(view.place());
        Slice report = slices.getLast();
        double modal = report.last("modal_price");
        double usual = usual(view, start);
        Optional<PriceCheck> doubt =
                PriceCheck.find(report.last("min_price"), report.last("max_price"), modal);
        findings.found(day(view.place(), series, start, report, usual, doubt));
        if (doubt.isEmpty() && !Double.isNaN(modal)) {
            PriceRules.shock(view, series, modal, usual).ifPresent(findings::observed);
            PriceRules.belowSupport(view, series, modal).ifPresent(findings::observed);
        }
    }

    private static Aggregate day(
            String place,
            Series series,
            Instant start,
            Slice report,
            double usual,
            Optional<PriceCheck> doubt) {
        double modal = report.last("modal_price");
        return Results.of(DAY_KIND, Domain.MARKET, place, start.plus(DAY), DAY)
                .figure("min_price", report.last("min_price"))
                .figure("max_price", report.last("max_price"))
                .figure("modal_price", modal)
                .figure("arrivals_tonnes", report.last("arrivals_tonnes"))
                .figure("usual_price", usual)
                .figure("change_percentage", (modal / usual - 1) * 100)
                .label("mandi_id", report.placeId())
                .label("commodity", series.commodity())
                .label("variety", series.variety())
                .label("doubt", doubt.map(PriceCheck::code).orElse(""))
                .build();
    }

    /** The median of the last seven days with a price before a day; NaN of fewer than three. */
    private static double usual(PlaceView view, Instant day) {
        List<Double> before =
                view.results(DAY_KIND, HISTORY).stream()
                        .filter(result -> result.windowStart().isBefore(day))
                        .filter(result -> !result.labels().containsKey("doubt"))
                        .map(result -> result.figures().getOrDefault("modal_price", Double.NaN))
                        .filter(price -> !price.isNaN())
                        .toList();
        return before.size() < LEAST_DAYS
                ? Double.NaN
                : Median.of(before.subList(Math.max(0, before.size() - USUAL_DAYS), before.size()));
    }
}
