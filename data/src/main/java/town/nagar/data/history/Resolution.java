package town.nagar.data.history;

import java.util.Arrays;
import java.util.List;

/** How fine the answer is to be. */
enum Resolution {
    RAW("raw", 0),
    MINUTE("1m", 60),
    TEN_MINUTES("10m", 600),
    HOUR("1h", 3600),
    DAY("1d", 86_400),
    /** As fine as the wanted number of points allows. */
    AUTO("auto", 0);

    /** Bucket lengths in seconds that fit into hours, days or weeks. */
    private static final long[] STEPS = {
        60, 120, 300, 600, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 7 * 86_400
    };

    private final String word;
    private final long seconds;

    Resolution(String word, long seconds) {
        this.word = word;
        this.seconds = seconds;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(resolution -> resolution.word).toList();
    }

    static Resolution of(String word) {
        return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst().orElseThrow();
    }

    /**
     * The length of a bucket in seconds, 0 for raw rows.
     *
     * @param points how many buckets at most
     * @param intervalSeconds how often a sensor reports
     */
    long stepSeconds(Window window, int points, int intervalSeconds) {
        return switch (this) {
            case RAW, MINUTE, TEN_MINUTES, HOUR, DAY -> seconds;
            case AUTO ->
                    window.seconds() <= (long) points * intervalSeconds
                            ? 0
                            : coarseEnough(window.seconds(), points);
        };
    }

    private static long coarseEnough(long seconds, int points) {
        long least = Math.ceilDiv(seconds, (long) points);
        return Arrays.stream(STEPS)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(Math.ceilDiv(least, 86_400) * 86_400);
    }

    /** A step as it is written: {@code raw}, {@code 10m}, {@code 2h}, {@code 7d}. */
    static String written(long stepSeconds) {
        if (stepSeconds == 0) {
            return "raw";
        }
        if (stepSeconds % 86_400 == 0) {
            return stepSeconds / 86_400 + "d";
        }
        return stepSeconds % 3600 == 0 ? stepSeconds / 3600 + "h" : stepSeconds / 60 + "m";
    }
}
