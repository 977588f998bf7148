package town.nagar.streams.window;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Quantities;
import town.nagar.contracts.readings.Quantity;

/**
 * How the samples of a domain are cut into slices.
 *
 * @param length of a slice; divides the day
 * @param lateness how long after its end a slice still takes samples, and is then given out again
 * @param weight the quantity that weights means; empty for none
 */
public record Slicer(Domain domain, Duration length, Duration lateness, String weight)
        implements Serializable {
    private static final Comparator<Sample> BY_TIME =
            Comparator.comparingLong(Sample::timeMillis).thenComparingLong(Sample::ingestId);

    long startOf(long timeMillis) {
        return Buckets.startOf(timeMillis, length);
    }

    long endOf(long start) {
        return start + length.toMillis();
    }

    /** Whether a sample of this time comes too late for its slice. */
    public boolean isTooLate(long timeMillis, long watermark) {
        return endOf(startOf(timeMillis)) - 1 + lateness.toMillis() <= watermark;
    }

    /**
     * The slice of samples in any order and repetition; of one time the greatest ingest id counts.
     */
    public Slice slice(long start, Iterable<Sample> samples) {
        List<Sample> sorted = new ArrayList<>();
        samples.forEach(sorted::add);
        sorted.sort(BY_TIME);
        return Slice.of(start, endOf(start), lastOfEachTime(sorted), weightQuantity());
    }

    private static List<Sample> lastOfEachTime(List<Sample> sorted) {
        List<Sample> kept = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            boolean repeated =
                    i + 1 < sorted.size()
                            && sorted.get(i).timeMillis() == sorted.get(i + 1).timeMillis();
            if (!repeated) {
                kept.add(sorted.get(i));
            }
        }
        return kept;
    }

    private Optional<Quantity> weightQuantity() {
        return Quantities.of(domain).find(weight);
    }
}
