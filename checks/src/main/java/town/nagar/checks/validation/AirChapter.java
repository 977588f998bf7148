package town.nagar.checks.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.nagar.engine.air.Air;
import town.nagar.engine.air.EmissionFactors;
import town.nagar.engine.air.LineSource;
import town.nagar.engine.air.Plume;
import town.nagar.engine.air.Pollutant;
import town.nagar.engine.air.SigmaCurves;
import town.nagar.engine.air.Stability;

/** A stack, a road, and what exhausts give off. */
final class AirChapter {
    private static final double SHARE = 1e-3;
    private static final double MICROGRAMS = 1e6;
    private static final double[][] TEXTBOOK = {
        {260, 1.5269e-5}, {280, 1.5551e-5}, {300, 1.5516e-5}
    };
    private static final double[][] BRIGGS = {
        {100, 1.713814e-3}, {500, 2.12371e-4}, {1000, 6.306022e-5}, {3000, 1.07372e-5}
    };
    private static final double[][] ROAD = {{10, 7.43617}, {50, 1.59081}, {100, 0.80281}};
    private static final Air URBAN = Air.of(3, Stability.D, SigmaCurves.BRIGGS_URBAN);

    private AirChapter() {}

    static List<Chapter> write() {
        return List.of(dispersion(), emissions());
    }

    private static Chapter dispersion() {
        List<Comparison> rows = new ArrayList<>();
        Air textbook = Air.of(2, Stability.B, SigmaCurves.PASQUILL_GIFFORD);
        for (double[] row : TEXTBOOK) {
            double ours = Plume.gramsPerM3(textbook, 0.37, 40, row[0], 0, 0);
            rows.add(
                    Comparison.withinShare(
                            "textbook stack, class B, at %.0f m, µg/m³".formatted(row[0]),
                            MICROGRAMS * row[1],
                            MICROGRAMS * ours,
                            SHARE));
        }
        for (double[] row : BRIGGS) {
            rows.add(
                    Comparison.withinShare(
                            "Briggs urban D at %.0f m, µg/m³".formatted(row[0]),
                            MICROGRAMS * row[1],
                            MICROGRAMS * stack(row[0]),
                            SHARE));
        }
        Air across = Air.of(2, Stability.D, SigmaCurves.BRIGGS_URBAN);
        double gramsPerMetreSecond = 2000 * 0.05 / 3600 / 1000;
        for (double[] row : ROAD) {
            double ours =
                    LineSource.infiniteGramsPerM3(across, gramsPerMetreSecond, 0.5, 0, row[0], 0);
            rows.add(
                    Comparison.withinShare(
                            "endless road at %.0f m, µg/m³".formatted(row[0]),
                            row[1],
                            MICROGRAMS * ours,
                            SHARE));
        }
        return new Chapter(
                "Dispersion",
                """
                The stack of Fundamentals of Air Pollution, 3rd ed., section 19-III.D (the book prints 1.53, 1.56 and
                1.55e-5 g/m³); Briggs' urban curves (Gifford 1976) for 10 g/s at 20 m in 3 m/s; an endless road of
                2,000 vehicles an hour at 0.05 g/km in 2 m/s across it. The last two worked out by hand from their
                formulas.\
                """,
                rows,
                Optional.of(plot()));
    }

    private static double stack(double metres) {
        return Plume.gramsPerM3(URBAN, 10, 20, metres, 0, 0);
    }

    private static Plot plot() {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (double metres = 100; metres <= 3000; metres *= 1.05) {
            x.add(metres);
            y.add(MICROGRAMS * stack(metres));
        }
        List<Double> atX = new ArrayList<>();
        List<Double> atY = new ArrayList<>();
        for (double[] row : BRIGGS) {
            atX.add(row[0]);
            atY.add(MICROGRAMS * row[1]);
        }
        return new Plot(
                "validation-dispersion.svg",
                "A stack over a town, class D, on the ground below its axis",
                "metres downwind",
                "µg/m³",
                true,
                List.of(
                        new Plot.Series("ours", false, x, y),
                        new Plot.Series("by hand", true, atX, atY)));
    }

    private static Chapter emissions() {
        List<Comparison> rows = new ArrayList<>();
        factor("two-wheeler", "petrol", Pollutant.CO, 1.4, rows);
        factor("two-wheeler", "petrol", Pollutant.PM, 0.05, rows);
        factor("car", "petrol", Pollutant.CO, 1.39, rows);
        factor("car", "petrol", Pollutant.NOX, 0.12, rows);
        factor("car", "petrol", Pollutant.PM, 0.02, rows);
        factor("car", "diesel", Pollutant.NOX, 0.45, rows);
        factor("car", "diesel", Pollutant.PM, 0.05, rows);
        return Chapter.of(
                "Emissions",
                """
                Exhaust in g/km of vehicles of 2006-2010, Central Pollution Control Board's table as given by
                ENVIS-IITM. Buses and trucks have no figure there and are not compared.\
                """,
                rows);
    }

    private static void factor(
            String vehicle,
            String fuel,
            Pollutant pollutant,
            double published,
            List<Comparison> rows) {
        double ours =
                EmissionFactors.find(vehicle, fuel, "2006-2010")
                        .map(row -> row.gramsPerKm().getOrDefault(pollutant, Double.NaN))
                        .orElse(Double.NaN);
        rows.add(
                Comparison.within(
                        "%s, %s: %s, g/km".formatted(vehicle, fuel, pollutant),
                        published,
                        ours,
                        0));
    }
}
