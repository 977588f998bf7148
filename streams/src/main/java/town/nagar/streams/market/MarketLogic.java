package town.nagar.streams.market;

import java.time.Duration;
import java.util.List;
import town.nagar.contracts.Domain;
import town.nagar.streams.enrich.Derived;
import town.nagar.streams.places.DomainLogic;
import town.nagar.streams.places.Findings;
import town.nagar.streams.places.PlaceLogic;
import town.nagar.streams.places.PlaceView;
import town.nagar.streams.reference.ReferenceBook;
import town.nagar.streams.window.Slice;
import town.nagar.streams.window.Slicer;

/** Market of a place. */
public record MarketLogic() implements PlaceLogic {
    public static DomainLogic job() {
        return new DomainLogic(
                Domain.MARKET,
                (reading, book) -> Derived.NONE,
                new Slicer(Domain.MARKET, Duration.ofMinutes(1), Duration.ofMinutes(10), ""),
                List.of(),
                new MarketLogic());
    }

    @Override
    public List<String> places(Slice slice, ReferenceBook book) {
        return List.of(slice.placeId());
    }

    @Override
    public List<Long> windowEnds(String place, Slice slice) {
        return List.of(slice.end());
    }

    @Override
    public Duration keepSlices() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration keepResults() {
        return Duration.ZERO;
    }

    @Override
    public void evaluate(PlaceView view, Findings findings) {}
}
