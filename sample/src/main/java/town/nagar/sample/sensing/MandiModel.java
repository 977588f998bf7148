package town.nagar.sample.sensing;

import java.util.Optional;
import town.nagar.contracts.Domain;
import town.nagar.contracts.readings.Values;
import town.nagar.sample.chance.Chance;

/** A commodity's daily report: closed on Sundays and on the day after fireworks. */
final class MandiModel implements SensorModel {
    private final int number;
    private final double usualPrice;
    private final double usualTonnes;
    private final double swing;
    private final FireworkNights fireworks;
    private final Chance chance;

    /**
     * @param number of the series, from 0
     */
    MandiModel(int number, String commodity, FireworkNights fireworks, Chance chance) {
        this.number = number;
        this.usualPrice = usualPrice(commodity);
        this.usualTonnes = usualTonnes(commodity);
        this.swing = isPerishable(commodity) ? 0.26 : 0.07;
        this.fireworks = fireworks;
        this.chance = chance;
    }

    /** Rupees a quintal, about those of 2025; 3,000 for what the sample does not know. */
    private static double usualPrice(String commodity) {
        return switch (commodity) {
            case "wheat" -> 2_620;
            case "cotton" -> 7_450;
            case "groundnut" -> 6_350;
            case "potato" -> 1_450;
            case "onion" -> 1_850;
            case "tomato" -> 2_100;
            case "bajra" -> 2_480;
            case "mustard" -> 5_900;
            default -> 3_000;
        };
    }

    private static double usualTonnes(String commodity) {
        return isPerishable(commodity) ? 85 : 40;
    }

    private static boolean isPerishable(String commodity) {
        return switch (commodity) {
            case "potato", "onion", "tomato" -> true;
            default -> false;
        };
    }

    @Override
    public Optional<Values> at(TownTime time) {
        if (time.isSunday() || fireworks.hold(time.date().minusDays(1))) {
            return Optional.empty();
        }
        double days = time.day();
        double scarcity =
                0.8 * chance.curve("scarcity", number, days / 45)
                        + 0.3 * chance.curve("scarce week", number, days / 6);
        double modal =
                usualPrice
                        * StrictMath.exp(
                                swing * scarcity
                                        + 0.012 * chance.normal("price", number, time.day()));
        double tonnes =
                usualTonnes
                        * StrictMath.exp(
                                -0.6 * scarcity
                                        + 0.18 * chance.normal("arrivals", number, time.day()));
        return Optional.of(
                new Measured(Domain.MARKET)
                        .set(
                                "min_price",
                                modal * chance.between("least", number, time.day(), 0.84, 0.95),
                                0)
                        .set(
                                "max_price",
                                modal * chance.between("most", number, time.day(), 1.04, 1.14),
                                0)
                        .set("modal_price", modal, 0)
                        .set("arrivals_tonnes", tonnes, 1)
                        .values());
    }
}
