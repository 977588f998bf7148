package town.nagar.engine.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.random.Chance;
import town.nagar.engine.town.policy.Policy;
import town.nagar.engine.town.preset.GridTown;

/** A shop that sells and orders, farms that sell or hold. */
class T09_TradeTest {
    private static final int DAYS = 30;
    private static final Scene ONE_SHOP =
            Scenes.of(
                            GridTown.small(400, 0, 1, 0),
                            Policy.none(),
                            Policy.none(),
                            SmallTown.settings(DAYS, 2, 1))
                    .getFirst();
    private static final ShopPlan PLAN = ONE_SHOP.shops;

    private static int[] usualCrowd() {
        var crowd = new int[PLAN.usualCrowd.length];
        for (int zone = 0; zone < crowd.length; zone++) {
            crowd[zone] = (int) PLAN.usualCrowd[zone];
        }
        return crowd;
    }

    private static boolean isOpen(int hour) {
        return PLAN.open[0] <= hour % 24 && hour % 24 < PLAN.close[0];
    }

    private static Shops opened() {
        var shops = new Shops(ONE_SHOP);
        shops.reset();
        return shops;
    }

    @Seeds(20)
    void noUnitIsLostBetweenDeliveryAndSale(long seed) {
        var shops = opened();
        int[] crowd = usualCrowd();
        int ordered = -1;
        for (int hour = 0; hour < 24 * DAYS; hour++) {
            if (hour % 24 == 0) {
                shops.dawn(hour / 24, Chance.of(seed, 0));
            }
            double stock = shops.stock(0);
            double coming = shops.onOrder(0);
            double turnover = shops.turnoverPaise();
            double deliveries = shops.deliveries();
            shops.hour(hour, hour % 24, crowd);
            double sold = (shops.turnoverPaise() - turnover) / PLAN.pricePaise[0];
            boolean came = shops.deliveries() > deliveries;
            assertThat(shops.stock(0))
                    .isCloseTo(stock + (came ? coming : 0) - sold, within(1e-6))
                    .isBetween(0.0, (double) PLAN.orderUpTo[0]);
            assertThat(came).isEqualTo(coming > 0 && isOpen(hour) && hour >= ordered + lead());
            assertThat(shops.vansTo[PLAN.zone[0]]).isEqualTo(came ? 1 : 0);
            boolean orders = shops.onOrder(0) > 0 && (came || coming == 0);
            ordered = orders ? hour : ordered;
        }
        assertThat(shops.deliveries()).isPositive();
        assertThat(shops.turnoverPaise()).isPositive().isLessThanOrEqualTo(shops.wantedPaise());
    }

    private static int lead() {
        return PLAN.leadHours[0];
    }

    @Test
    void staffAndTheirWaterCountInOpenHoursAlone() {
        var shops = opened();
        shops.dawn(0, Chance.of(1, 0));
        for (int hour = 0; hour < 24; hour++) {
            shops.hour(hour, hour, usualCrowd());
        }
        double hours = PLAN.staff[0] * (double) (PLAN.close[0] - PLAN.open[0]);
        assertThat(shops.staffHours()).isEqualTo(hours);
        assertThat(shops.waterLitres()).isCloseTo(hours * 45 / 8, within(1e-9));
    }

    /** E' = E + b (P - E), Nerlove 1958, with b = 0.1. */
    @Test
    void theExpectedPriceFollowsTheMarketByATenth() {
        var run = SmallTown.without(TownWatch.NONE);
        run.begin(Chance.of(1, 0), new double[0]);
        FieldPlan plan = run.scene.fields;
        run.fields.day(0, Chance.of(1, 0), run.days);
        for (int farm = 0; farm < plan.farms; farm++) {
            double usual = plan.usualPrice[plan.good[farm]];
            assertThat(run.fields.expectedRupees(farm)).isEqualTo(usual);
            double seen =
                    run.fields.yards.price(
                            run.fields.yards.slot(plan.good[farm], plan.mandi[farm]));
            assertThat(seen).isNotEqualTo(usual);
        }
        var seen = new double[plan.farms];
        for (int farm = 0; farm < plan.farms; farm++) {
            seen[farm] =
                    run.fields.yards.price(
                            run.fields.yards.slot(plan.good[farm], plan.mandi[farm]));
        }
        run.fields.day(1, Chance.of(1, 0), run.days);
        for (int farm = 0; farm < plan.farms; farm++) {
            double usual = plan.usualPrice[plan.good[farm]];
            assertThat(run.fields.expectedRupees(farm))
                    .isCloseTo(usual + 0.1 * (seen[farm] - usual), within(1e-9));
        }
    }

    /**
     * At the price it expects a farm sells a sixtieth of its stock a day, and 0.05 % of the rest
     * rots.
     */
    @Test
    void atTheExpectedPriceASixtiethIsSold() {
        var run = SmallTown.without(TownWatch.NONE);
        run.begin(Chance.of(1, 0), new double[0]);
        double held = run.fields.heldQuintals();
        run.fields.day(0, Chance.of(1, 0), run.days);
        assertThat(run.fields.grownQuintals()).isZero();
        assertThat(run.fields.soldToday()).isCloseTo(held / 60, within(1e-9 * held));
        assertThat(run.fields.spoiltQuintals())
                .isCloseTo(0.0005 * held * 59 / 60, within(1e-9 * held));
    }
}
