package town.nagar.streams.pollution;

import java.util.List;
import java.util.Map;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.places.Results;

/** How fine particles went with the weather over the hours of a day: Pearson's r. */
final class Correlation {
    private static final int LEAST_HOURS = 8;
    private static final Map<String, String> NAMES =
            Map.of(
                    "weather_wind_speed_ms", "pm25_wind_speed_correlation",
                    "weather_humidity_percentage", "pm25_humidity_correlation",
                    "weather_temperature_c", "pm25_temperature_correlation");

    private Correlation() {}

    /** Adds the figures for which enough hours know both. */
    static Results describe(List<Aggregate> hours, Results result) {
        NAMES.forEach((weather, name) -> result.figure(name, pearson(hours, "pm25", weather)));
        return result;
    }

    /** From -1 to 1; NaN if fewer than eight hours know both or one of them never changed. */
    static double pearson(List<Aggregate> hours, String one, String other) {
        List<Map<String, Double>> both =
                hours.stream()
                        .map(hour -> (Map<String, Double>) hour.figures())
                        .filter(hour -> hour.containsKey(one) && hour.containsKey(other))
                        .toList();
        if (both.size() < LEAST_HOURS) {
            return Double.NaN;
        }
        double meanOne = mean(both, one);
        double meanOther = mean(both, other);
        double together = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (Map<String, Double> hour : both) {
            double a = hour.getOrDefault(one, meanOne) - meanOne;
            double b = hour.getOrDefault(other, meanOther) - meanOther;
            together += a * b;
            squaresOne += a * a;
            squaresOther += b * b;
        }
        return together / Math.sqrt(squaresOne * squaresOther);
    }

    private static double mean(List<Map<String, Double>> hours, String name) {
        double sum = 0;
        for (Map<String, Double> hour : hours) {
            sum += hour.getOrDefault(name, 0.0);
        }
        return sum / hours.size();
    }
}
