package town.nagar.checks.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import town.nagar.engine.agriculture.PenmanMonteith;
import town.nagar.engine.agriculture.Radiation;
import town.nagar.engine.agriculture.YieldResponse;
import town.nagar.engine.market.Cobweb;

/** Fields and the mandi. */
final class FarmChapter {
    private static final double LATITUDE = 13.73;
    private static final int DAY = 105;
    private static final double[] PRICES = {40, 25, 32.5, 28.75, 30.625, 29.6875, 30.15625};

    private FarmChapter() {}

    static List<Chapter> write() {
        return List.of(fields(), mandi());
    }

    private static Chapter fields() {
        double above = Radiation.extraterrestrial(LATITUDE, DAY);
        double daylight = Radiation.daylightHours(LATITUDE, DAY);
        double solar = Radiation.solar(above, 8.5, daylight);
        double net = Radiation.net(solar, Radiation.clearSky(above, 2), 34.8, 25.6, 2.85);
        double heat = PenmanMonteith.monthlySoilHeat(30.2, 29.2);
        double lawn = PenmanMonteith.millimetresPerDay(34.8, 25.6, 2.85, 2, net, heat, 2);
        return Chapter.of(
                "Crops",
                """
                FAO Irrigation and Drainage Paper 56 (Allen, Pereira, Raes, Smith 1998), example 17: Bangkok in April
                (the book prints 5.7 mm/day; 5.716 is its own figures carried on), example 8, and the yield of wheat
                by FAO-33 with Ky 1.05 when 80 % of the water is there.\
                """,
                List.of(
                        Comparison.within("radiation above the air, MJ/m²", 38.06, above, 0.01),
                        Comparison.within("net radiation, MJ/m²", 14.33, net, 0.01),
                        Comparison.within("evaporation of a lawn, mm/day", 5.716, lawn, 0.003),
                        Comparison.within(
                                "radiation above the air, 20° S, 3 September, MJ/m²",
                                32.2,
                                Radiation.extraterrestrial(-20, 246),
                                0.05),
                        Comparison.within(
                                "share of wheat's best yield",
                                0.79,
                                YieldResponse.share(1.05, 0.8),
                                1e-9)));
    }

    private static Chapter mandi() {
        var prices = new double[PRICES.length];
        prices[0] = PRICES[0];
        var cobweb = new Cobweb(100, 2, 10, 1, 1);
        cobweb.run(prices);
        List<Comparison> rows = new ArrayList<>();
        for (int season = 1; season < prices.length; season++) {
            rows.add(
                    Comparison.within(
                            "cobweb: price of season " + season,
                            PRICES[season],
                            prices[season],
                            1e-12));
        }
        rows.add(Comparison.within("cobweb: price at rest", 30, cobweb.equilibriumPrice(), 1e-12));
        return new Chapter(
                "Market",
                "Ezekiel's cobweb (QJE 52:255, 1938): demand 100 - 2 P, supply 10 + P of last season, from 40; by hand.",
                rows,
                Optional.of(plot(prices)));
    }

    private static Plot plot(double[] prices) {
        List<Double> season =
                IntStream.range(0, prices.length).mapToObj(number -> (double) number).toList();
        return new Plot(
                "validation-cobweb.svg",
                "A price that winds in on thirty",
                "season",
                "price",
                false,
                List.of(
                        new Plot.Series(
                                "ours", false, season, Arrays.stream(prices).boxed().toList()),
                        new Plot.Series(
                                "by hand", true, season, Arrays.stream(PRICES).boxed().toList())));
    }
}
