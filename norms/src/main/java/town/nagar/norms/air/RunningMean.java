package town.nagar.norms.air;

import java.util.Set;
import java.util.stream.Stream;

/** The mean of the latest hours that have one, if they are enough. */
final class RunningMean {
    private RunningMean() {}

    /** The sub-index of a pollutant, or none; then the reason is added if some hours were there. */
    static Stream<SubIndex> subIndex(
            Pollutant pollutant, double[] hourly, int end, Set<Reason> missing) {
        int valid = validHours(hourly, pollutant.averagingHours(), end);
        if (valid < pollutant.neededHours()) {
            if (valid > 0) {
                missing.add(tooFew(pollutant));
            }
            return Stream.empty();
        }
        double mean = mean(hourly, pollutant.averagingHours(), end);
        return Stream.of(
                pollutant == Pollutant.O3
                        ? SubIndex.ofOzone(mean, hourly[end - 1])
                        : SubIndex.of(pollutant, mean));
    }

    private static Reason tooFew(Pollutant pollutant) {
        return pollutant.averagingHours() == 8
                ? Reason.UNDER_6_OF_8_HOURS
                : Reason.UNDER_16_OF_24_HOURS;
    }

    private static int validHours(double[] hourly, int hours, int end) {
        int valid = 0;
        for (int hour = Math.max(0, end - hours); hour < end; hour++) {
            valid += Double.isNaN(hourly[hour]) ? 0 : 1;
        }
        return valid;
    }

    private static double mean(double[] hourly, int hours, int end) {
        double sum = 0;
        int valid = 0;
        for (int hour = Math.max(0, end - hours); hour < end; hour++) {
            if (!Double.isNaN(hourly[hour])) {
                sum += hourly[hour];
                valid++;
            }
        }
        return sum / valid;
    }
}
