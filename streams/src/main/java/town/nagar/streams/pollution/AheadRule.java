package town.nagar.streams.pollution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.PlaceView;

/**
 * Looks ahead: the straight line through the hourly PM2.5 of the last six hours (at least five
 * known) passes 120 ug/m3, where Very Poor begins, within the next six. Not a forecast by a model;
 * it needs none and works from the first day.
 */
final class AheadRule {
    private static final Rule RULE =
            new Rule("pollution_exceedance_ahead", Duration.ofHours(1), Duration.ofHours(6), false);
    private static final int HOURS = 6;
    private static final int LEAST_HOURS = 5;
    private static final double LIMIT = 120;
    private static final double CLEAR_BELOW = 110;

    private AheadRule() {}

    static Optional<Observation> observe(PlaceView view) {
        List<Aggregate> hours =
                view.results(PollutionLogic.HOUR_KIND, Duration.ofHours(HOURS)).stream()
                        .filter(hour -> hour.figures().containsKey("pm25"))
                        .toList();
        if (hours.size() < LEAST_HOURS) {
            return Optional.empty();
        }
        double[] line = line(view, hours);
        double now = line[0];
        double ahead = now + line[1] * HOURS;
        // what is exceeded already is no longer ahead
        Verdict verdict = now >= LIMIT ? Verdict.CALM : Verdict.above(ahead, LIMIT, CLEAR_BELOW);
        return Optional.of(observation(view, verdict, now, ahead));
    }

    /** Least squares: the value at the window's end and the rise an hour. */
    private static double[] line(PlaceView view, List<Aggregate> hours) {
        double meanX = 0;
        double meanY = 0;
        for (Aggregate hour : hours) {
            meanX += x(view, hour) / hours.size();
            meanY += y(hour) / hours.size();
        }
        double xy = 0;
        double xx = 0;
        for (Aggregate hour : hours) {
            xy += (x(view, hour) - meanX) * (y(hour) - meanY);
            xx += (x(view, hour) - meanX) * (x(view, hour) - meanX);
        }
        double rise = xy / xx;
        return new double[] {meanY - rise * meanX, rise};
    }

    private static double x(PlaceView view, Aggregate hour) {
        return -Duration.between(hour.windowEnd(), view.end()).toHours() - 0.5;
    }

    private static double y(Aggregate hour) {
        return hour.figures().getOrDefault("pm25", Double.NaN);
    }

    private static Observation observation(
            PlaceView view, Verdict verdict, double now, double ahead) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("pm25_trend_now", now);
        metrics.put("pm25_trend_ahead", ahead);
        metrics.put("threshold", LIMIT);
        return new Observation(
                RULE,
                Domain.POLLUTION,
                view.place(),
                view.end(),
                verdict,
                Severity.MEDIUM,
                "Air at %s is getting worse".formatted(PollutionLogic.name(view)),
                "By its trend PM2.5 passes %.0f ug/m3 within %d hours: from %.0f to %.0f"
                        .formatted(LIMIT, HOURS, now, ahead),
                metrics,
                List.of());
    }
}
