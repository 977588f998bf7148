package town.nagar.streams.water;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import town.nagar.contracts.Domain;
import town.nagar.contracts.alerts.Severity;
import town.nagar.contracts.readings.Aggregate;
import town.nagar.norms.time.Ist;
import town.nagar.streams.alerts.Observation;
import town.nagar.streams.alerts.Rule;
import town.nagar.streams.alerts.Verdict;
import town.nagar.streams.places.Median;
import town.nagar.streams.places.PlaceView;

/**
 * A leak: more flows into a zone than is usual at this hour of the day, and nothing else explains
 * it.
 *
 * <p>Each hour has an excess: the unmetered inflow (inlet less metered use, litres a second) above
 * its median of the same hour on up to fourteen days before, at least three. It tells of a leak
 *
 * <ul>
 *   <li>between 02:00 and 04:00 IST, when people hardly use water, from one hour;
 *   <li>with a pressure 0.1 bar below the usual one of the hour, from one hour;
 *   <li>else from three hours in a row.
 * </ul>
 *
 * An excess counts from 0.5 l/s and 20 % of the usual. The estimated loss is the least excess of
 * the hours it rests on. Hours of an open leak do not become usual: they are left out of the
 * median.
 */
final class LeakRule {
    static final Duration HISTORY = Duration.ofDays(14);
    static final String EXCESS = "excess_litres_per_second";
    static final String UNMETERED = "unmetered_litres_per_second";
    private static final Rule RULE =
            new Rule("water_leak", Duration.ofHours(2), Duration.ofHours(6), false);
    private static final double LEAST_EXCESS = 0.5;
    private static final double LEAST_SHARE = 0.2;
    private static final double PRESSURE_DROP_BAR = 0.1;
    private static final int LEAST_DAYS = 3;
    private static final int HOURS_IN_A_ROW = 3;
    private static final int NIGHT_FROM = 2;
    private static final int NIGHT_UNTIL = 4;

    private LeakRule() {}

    /** The usual of a figure at the hour that ends now; NaN if too few days know it. */
    static double usual(PlaceView view, String figure) {
        List<Double> sameHour =
                view.results(WaterLogic.HOUR_KIND, HISTORY).stream()
                        .filter(hour -> hour.windowEnd().isBefore(view.end()))
                        .filter(hour -> isSameHour(hour.windowEnd(), view.end()))
                        .filter(hour -> !isExcessive(hour))
                        .map(hour -> hour.figures().getOrDefault(figure, Double.NaN))
                        .filter(value -> !value.isNaN())
                        .toList();
        return sameHour.size() < LEAST_DAYS ? Double.NaN : Median.of(sameHour);
    }

    private static boolean isSameHour(Instant one, Instant other) {
        return Duration.between(one, other).toHours() % 24 == 0;
    }

    private static boolean isExcessive(Aggregate hour) {
        return hour.labels().containsKey("excess");
    }

    /** Whether an excess counts. */
    static boolean counts(double excess, double usual) {
        return excess >= LEAST_EXCESS && excess >= LEAST_SHARE * usual;
    }

    /** What the newest hours say; nothing while it is not known what is usual. */
    static Optional<Observation> observe(PlaceView view, Aggregate hour) {
        if (!hour.figures().containsKey(EXCESS)) {
            return Optional.empty();
        }
        List<Aggregate> newest =
                view.results(WaterLogic.HOUR_KIND, Duration.ofHours(HOURS_IN_A_ROW));
        boolean lasting =
                newest.size() == HOURS_IN_A_ROW && newest.stream().allMatch(LeakRule::isExcessive);
        boolean sure = lasting || isNight(hour) || pressureFell(hour);
        Verdict verdict = Verdict.CALM;
        if (isExcessive(hour)) {
            verdict = sure ? Verdict.FIRING : Verdict.HOLDING;
        }
        double loss = lasting ? least(newest) : hour.figures().getOrDefault(EXCESS, 0.0);
        return Optional.of(observation(view, hour, verdict, loss));
    }

    private static boolean isNight(Aggregate hour) {
        int of = Ist.hourOfDay(hour.windowStart().toEpochMilli());
        return of >= NIGHT_FROM && of < NIGHT_UNTIL;
    }

    private static boolean pressureFell(Aggregate hour) {
        double drop =
                hour.figures().getOrDefault("usual_pressure_bar", Double.NaN)
                        - hour.figures().getOrDefault("mean_pressure_bar", Double.NaN);
        return drop >= PRESSURE_DROP_BAR;
    }

    private static double least(List<Aggregate> hours) {
        return hours.stream()
                .mapToDouble(hour -> hour.figures().getOrDefault(EXCESS, 0.0))
                .min()
                .orElse(0);
    }

    private static Observation observation(
            PlaceView view, Aggregate hour, Verdict verdict, double loss) {
        TreeMap<String, Double> metrics = new TreeMap<>();
        metrics.put("estimated_loss_litres_per_second", loss);
        List.of(UNMETERED, "usual_" + UNMETERED, "mean_pressure_bar", "usual_pressure_bar")
                .forEach(name ->
                        Optional.ofNullable(hour.figures().get(name))
                                .ifPresent(value -> metrics.put(name, value)));
        return new Observation(
                RULE,
                Domain.WATER,
                view.place(),
                view.end(),
                verdict,
                severity(loss),
                "Water may be leaking in " + WaterLogic.name(view),
                "About %.1f l/s more than usual at this hour flow in and are not metered"
                        .formatted(loss),
                metrics,
                List.of());
    }

    private static Severity severity(double lossLitresPerSecond) {
        if (lossLitresPerSecond >= 20) {
            return Severity.CRITICAL;
        }
        return lossLitresPerSecond >= 5 ? Severity.HIGH : Severity.MEDIUM;
    }
}
