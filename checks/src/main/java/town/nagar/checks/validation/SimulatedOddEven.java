package town.nagar.checks.validation;

import java.util.List;
import java.util.Locale;
import town.nagar.checks.validation.EvidenceChapter.Simulated;
import town.nagar.engine.town.Measure;
import town.nagar.engine.town.OddEvenStudy;
import town.nagar.engine.town.Progress;
import town.nagar.engine.town.TownResult.Estimate;
import town.nagar.engine.town.preset.GridTown;
import town.nagar.engine.uncertainty.Interval;

/** The odd-even fortnight in a simulated town of Delhi's kind, held against what was measured. */
final class SimulatedOddEven {
    private static final int RUNS = 60;
    private static final long SEED = 2016;

    /** The largest fall of car flow that was measured, percent. */
    private static final double MOST_CARS = -21;

    /** What EPIC-India measured of PM2.5 by day in January 2016, percent. */
    private static final double MOST_PM25 = -13;

    private static final double LEAST_PM25 = -10;

    private SimulatedOddEven() {}

    /** Runs the study on both cores; the figures are the same on one. */
    static List<Simulated> run() {
        return rows(
                OddEvenStudy.run(
                        GridTown.delhiLike(), OddEvenStudy.settings(SEED, RUNS, 2), Progress.NONE));
    }

    private static List<Simulated> rows(OddEvenStudy.Figures figures) {
        double bound = -figures.carLoadSharePercent() / 2;
        return List.of(
                row("car trips", figures.carTrips(), between(figures.carTrips(), MOST_CARS)),
                row("car kilometres", figures.carKm(), between(figures.carKm(), MOST_CARS)),
                row("two-wheeler trips", figures.twoWheelerTrips(), up(figures.twoWheelerTrips())),
                row("bus trips", figures.busTrips(), up(figures.busTrips())),
                row("auto-rickshaw trips", figures.rickshawTrips(), up(figures.rickshawTrips())),
                row(
                        "trips on foot",
                        figures.result().get(Measure.WALK_TRIPS),
                        "nothing measured is known"),
                new Simulated(
                        "restricted trips that obeyed",
                        percent(figures.result().compliancePercent()).replace("+", ""),
                        "few fines: 9,576 in 15 days of April 2016"),
                row(
                        "congestion",
                        figures.congestion(),
                        "measured: not reduced in April 2016, speeds up in the January holidays"),
                row("PM2.5, day", figures.pm25Day(), air(figures.pm25Day())),
                row(
                        "PM2.5, night",
                        figures.pm25Night(),
                        Math.abs(figures.pm25Night().percent()) < 1
                                ? "as measured: none worth naming"
                                : "**disagrees**: none was measured"),
                new Simulated(
                        "load of the town's own sources",
                        percent(figures.loadPercent()),
                        figures.loadPercent() >= bound
                                ? "within the town's own bound of %s".formatted(percent(bound))
                                : "beyond the bound of %s that cars alone allow: congestion and"
                                                .formatted(percent(bound))
                                        + " dust of others fell too"),
                new Simulated(
                        "PM2.5 from outside the town",
                        percent(figures.outsideSharePercent()).replace("+", ""),
                        "of the mean; no rule in the town changes it"));
    }

    private static Simulated row(String measure, Estimate estimate, String verdict) {
        double scale = 100 / estimate.baseline().mean();
        Interval interval = estimate.difference().meanInterval();
        return new Simulated(
                measure,
                "%s (%s to %s)"
                        .formatted(
                                percent(estimate.percent()),
                                percent(scale * interval.low()),
                                percent(scale * interval.high())),
                verdict);
    }

    private static String between(Estimate estimate, double most) {
        double percent = estimate.percent();
        if (percent < most) {
            return "**disagrees**: more than the %s that was measured at most"
                    .formatted(percent(most));
        }
        return percent < 0
                ? "between none and the %s that was measured at most".formatted(percent(most))
                : "**disagrees**: not down";
    }

    private static String air(Estimate estimate) {
        double percent = estimate.percent();
        return percent >= MOST_PM25 && percent <= LEAST_PM25
                ? "as EPIC-India measured; others found none"
                : "**disagrees** with EPIC-India's -10 to -13 %"
                        + (Math.abs(percent) < 1 ? "; others found none, as here" : "");
    }

    private static String up(Estimate estimate) {
        return estimate.percent() > 0 ? "up, as measured" : "**disagrees**: measured as up";
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%+.2f %%", value);
    }
}
