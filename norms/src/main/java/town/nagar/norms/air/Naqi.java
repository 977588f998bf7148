package town.nagar.norms.air;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The National Air Quality Index of a station at a time: the largest of its sub-indices, or the
 * reasons why there is none.
 *
 * @param subIndices of every pollutant with a valid mean, shown even when there is no index
 * @param reasons empty if and only if there is an index
 */
public record Naqi(List<SubIndex> subIndices, Set<Reason> reasons) {
    /** Hours of history that an index needs. */
    public static final int HOURS = 24;

    private static final int NEEDED_POLLUTANTS = 3;

    public Naqi {
        subIndices = List.copyOf(subIndices);
        reasons = Set.copyOf(reasons);
    }

    /**
     * The index of means that are already valid over their averaging times.
     *
     * @param means by pollutant, in its unit
     * @param ozoneHourMean the latest hour's ozone, ug/m3; NaN if not known
     */
    public static Naqi ofMeans(Map<Pollutant, Double> means, double ozoneHourMean) {
        Map<Pollutant, Double> ordered = new EnumMap<>(Pollutant.class);
        ordered.putAll(means);
        List<SubIndex> subIndices =
                ordered.entrySet().stream()
                        .map(mean -> subIndex(mean.getKey(), mean.getValue(), ozoneHourMean))
                        .toList();
        return of(subIndices, EnumSet.noneOf(Reason.class));
    }

    private static SubIndex subIndex(Pollutant pollutant, double mean, double ozoneHourMean) {
        return pollutant == Pollutant.O3
                ? SubIndex.ofOzone(mean, ozoneHourMean)
                : SubIndex.of(pollutant, mean);
    }

    /**
     * The running index at the end of an hour.
     *
     * @param hourlyMeans by pollutant ordinal, then hour; hour {@code end - 1} is the latest, NaN
     *     where an hour has no valid mean
     * @param end hours before it count, {@link #HOURS} of them or as many as there are
     */
    public static Naqi running(double[][] hourlyMeans, int end) {
        Set<Reason> missing = EnumSet.noneOf(Reason.class);
        List<SubIndex> subIndices =
                Pollutant.all().stream()
                        .flatMap(p ->
                                RunningMean.subIndex(p, hourlyMeans[p.ordinal()], end, missing))
                        .toList();
        return of(subIndices, missing);
    }

    /** Judges sub-indices; {@code missing} says which means were refused for lack of hours. */
    private static Naqi of(List<SubIndex> subIndices, Set<Reason> missing) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (subIndices.size() < NEEDED_POLLUTANTS) {
            reasons.add(Reason.FEWER_THAN_THREE_POLLUTANTS);
        }
        if (subIndices.stream().noneMatch(sub -> sub.pollutant().isParticulate())) {
            reasons.add(Reason.NO_PARTICULATE);
        }
        if (!reasons.isEmpty()) {
            reasons.addAll(missing);
        }
        return new Naqi(subIndices, reasons);
    }

    /** 0 to 500, empty if there are reasons against it. */
    public OptionalInt index() {
        return prominent().isPresent()
                ? OptionalInt.of(prominent().orElseThrow().index())
                : OptionalInt.empty();
    }

    /** The largest sub-index, of equals the first in CPCB's order; empty without an index. */
    public Optional<SubIndex> prominent() {
        return reasons.isEmpty()
                ? subIndices.stream().reduce((a, b) -> b.index() > a.index() ? b : a)
                : Optional.empty();
    }

    public Optional<Category> category() {
        return prominent().map(SubIndex::category);
    }

    /** Whether the prominent pollutant lies above the end of the scale. */
    public boolean beyondScale() {
        return prominent().map(SubIndex::beyondScale).orElse(false);
    }

    /** The reasons' codes in order, joined by blanks; empty with an index. */
    public String reasonCodes() {
        return reasons.stream().sorted().map(Reason::code).collect(Collectors.joining(" "));
    }
}
