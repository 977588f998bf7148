package town.nagar.streams.places;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.json.Decimals;
import town.nagar.contracts.readings.Aggregate;

/** Builds one aggregate, to six decimals, leaving out figures that are no number. */
public final class Results {
    private final String kind;
    private final Domain domain;
    private final String placeId;
    private final Instant start;
    private final Instant end;
    private final SortedMap<String, Double> figures = new TreeMap<>();
    private final SortedMap<String, String> labels = new TreeMap<>();

    private Results(String kind, Domain domain, String placeId, Instant start, Instant end) {
        this.kind = kind;
        this.domain = domain;
        this.placeId = placeId;
        this.start = start;
        this.end = end;
    }

    /** A result of a window of a length that ends at a time. */
    public static Results of(
            String kind, Domain domain, String placeId, Instant end, Duration length) {
        return new Results(kind, domain, placeId, end.minus(length), end);
    }

    public Results figure(String name, double value) {
        if (Double.isFinite(value)) {
            figures.put(name, Decimals.six(value));
        }
        return this;
    }

    public Results label(String name, String word) {
        if (!word.isEmpty()) {
            labels.put(name, word);
        }
        return this;
    }

    public Aggregate build() {
        return new Aggregate(kind, domain, placeId, start, end, figures, labels);
    }
}
