package town.nagar.norms.air;

import java.util.ArrayList;
import java.util.Collections;
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
 * @param reasons in their order; empty if and only if there is an index
 */
public record Naqi(List<SubIndex> subIndices, Set<Reason> reasons) {
    /** Hours of history that an index needs. */
    public static final int HOURS = 24;

    private static final int NEEDED_POLLUTANTS = 3;

    public Naqi {
        subIndices = List.copyOf(subIndices);
        Set<Reason> ordered = EnumSet.noneOf(Reason.class);
        ordered.addAll(reasons);
        reasons = Collections.unmodifiableSet(ordered);
        if (reasons.isEmpty() && !obstacles(subIndices).isEmpty()) {
            throw new IllegalArgumentException(
                    "no reason is given, yet there is one: " + obstacles(subIndices));
        }
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
     * @param end hours before it count, {@link #HOURS} of them or as many as there are; 1 or more
     */
    public static Naqi running(double[][] hourlyMeans, int end) {
        return running(hourlyMeans, end, EnumSet.noneOf(Reason.class));
    }

    /**
     * The running index at the end of an hour, of means that others have judged before.
     *
     * @param withheld why some means are NaN, such as {@link Reason#QUALITY_REJECTED}; told when
     *     there is no index
     */
    public static Naqi running(double[][] hourlyMeans, int end, Set<Reason> withheld) {
        Set<Reason> missing = EnumSet.noneOf(Reason.class);
        missing.addAll(withheld);
        List<SubIndex> subIndices = new ArrayList<>(Pollutant.all().size());
        for (Pollutant pollutant : Pollutant.all()) {
            double[] hourly = hourlyMeans[pollutant.ordinal()];
            requireHours(pollutant, hourly.length, end);
            int valid = RunningMean.validHours(hourly, pollutant.averagingHours(), end);
            if (valid >= pollutant.neededHours()) {
                double mean = RunningMean.of(hourly, pollutant.averagingHours(), end);
                subIndices.add(subIndex(pollutant, mean, hourly[end - 1]));
            } else if (valid > 0) {
                missing.add(pollutant.tooFewHours());
            }
        }
        return of(subIndices, missing);
    }

    private static void requireHours(Pollutant pollutant, int hours, int end) {
        if (end < 1 || end > hours) {
            throw new IllegalArgumentException(
                    "end is %d; allowed for %s: 1 to %d"
                            .formatted(end, pollutant.quantity(), hours));
        }
    }

    /** Judges sub-indices; {@code missing} says which means were refused. */
    private static Naqi of(List<SubIndex> subIndices, Set<Reason> missing) {
        Set<Reason> reasons = obstacles(subIndices);
        if (!reasons.isEmpty()) {
            reasons.addAll(missing);
        }
        return new Naqi(subIndices, reasons);
    }

    private static Set<Reason> obstacles(List<SubIndex> subIndices) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (subIndices.size() < NEEDED_POLLUTANTS) {
            reasons.add(Reason.FEWER_THAN_THREE_POLLUTANTS);
        }
        if (subIndices.stream().noneMatch(sub -> sub.pollutant().isParticulate())) {
            reasons.add(Reason.NO_PARTICULATE);
        }
        return reasons;
    }

    /** 0 to 500, empty if there are reasons against it. */
    public OptionalInt index() {
        return prominent().stream().mapToInt(SubIndex::index).findFirst();
    }

    /**
     * The largest sub-index, of equals the first in {@link Pollutant}'s order; empty without an
     * index.
     */
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
        return reasons.stream().map(Reason::code).collect(Collectors.joining(" "));
    }
}
