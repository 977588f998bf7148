package town.nagar.checks.town;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What a raw file says of one station, hour by hour, and the index that follows from it. */
final class StationAir {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int OZONE_NEEDS_ITS_HOUR_ABOVE = 208;
    private static final int OZONE_LEAST = 300;

    private final TreeMap<Instant, Map<String, BigDecimal>> hours = new TreeMap<>();

    /** Adds a row; it may hold no pollutant at all. */
    void put(Instant hour, Map<String, BigDecimal> values) {
        hours.put(hour, new TreeMap<>(values));
    }

    NavigableMap<Instant, Map<String, BigDecimal>> hours() {
        return hours;
    }

    /**
     * An index, or why there is none.
     *
     * @param aqi -1 if there is none
     * @param reasons joined by blanks
     */
    record Index(int aqi, Map<String, Integer> subIndices, String reasons) {}

    /** The running index at the end of an hour: CPCB's means of 24 and 8 hours, 16 and 6 valid. */
    Index running(Instant hour) {
        Map<String, Integer> subIndices = new TreeMap<>();
        boolean dayTooShort = false;
        boolean eightTooShort = false;
        for (String pollutant : List.of("PM2.5", "PM10", "NO2", "SO2", "O3", "CO", "NH3")) {
            boolean eight = pollutant.equals("O3") || pollutant.equals("CO");
            List<BigDecimal> valid = valid(pollutant, hour, eight ? 8 : 24);
            if (valid.size() >= (eight ? 6 : 16)) {
                subIndices.put(pollutant, subIndex(pollutant, mean(valid), value(pollutant, hour)));
            } else if (!valid.isEmpty()) {
                dayTooShort |= !eight;
                eightTooShort |= eight;
            }
        }
        return index(subIndices, dayTooShort, eightTooShort);
    }

    /** The index of means that the file itself gives for whole days. */
    Index ofMeans(Instant day) {
        Map<String, Integer> subIndices = new TreeMap<>();
        hours.getOrDefault(day, Map.of())
                .forEach((pollutant, mean) ->
                        subIndices.put(pollutant, subIndex(pollutant, mean, Optional.empty())));
        return index(subIndices, false, false);
    }

    private List<BigDecimal> valid(String pollutant, Instant last, int count) {
        List<BigDecimal> valid = new ArrayList<>();
        for (int back = 0; back < count; back++) {
            value(pollutant, last.minus(HOUR.multipliedBy(back))).ifPresent(valid::add);
        }
        return valid;
    }

    private Optional<BigDecimal> value(String pollutant, Instant hour) {
        return Optional.ofNullable(hours.getOrDefault(hour, Map.of()).get(pollutant));
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(new BigDecimal(values.size()), 30, RoundingMode.HALF_UP);
    }

    private static int subIndex(String pollutant, BigDecimal mean, Optional<BigDecimal> hour) {
        int index = CpcbTable.subIndex(pollutant, mean);
        BigDecimal limit = new BigDecimal(OZONE_NEEDS_ITS_HOUR_ABOVE);
        if (!pollutant.equals("O3") || CpcbTable.rounded("O3", mean).compareTo(limit) <= 0) {
            return index;
        }
        return Math.max(OZONE_LEAST, hour.map(now -> CpcbTable.subIndex("O3", now)).orElse(0));
    }

    private static Index index(
            Map<String, Integer> subIndices, boolean dayTooShort, boolean eightTooShort) {
        List<String> reasons = new ArrayList<>();
        if (subIndices.size() < 3) {
            reasons.add("fewer_than_three_pollutants");
        }
        if (!subIndices.containsKey("PM2.5") && !subIndices.containsKey("PM10")) {
            reasons.add("no_particulate");
        }
        if (reasons.isEmpty()) {
            int aqi = subIndices.values().stream().mapToInt(i -> i).max().orElseThrow();
            return new Index(aqi, subIndices, "");
        }
        if (dayTooShort) {
            reasons.add("under_16_of_24_hours");
        }
        if (eightTooShort) {
            reasons.add("under_6_of_8_hours");
        }
        return new Index(-1, subIndices, String.join(" ", reasons));
    }
}
