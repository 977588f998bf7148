package town.nagar.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.random.Chance;

/** Shops that sell and order, farms that sell or hold. */
final class P05_TradeTest {
    private static Businesses shop(double customers, int lead) {
        var shop = Businesses.of(1);
        shop.setStaffing(0, 9, 21, 3, 2_000);
        shop.setTrade(0, customers, 1_000, 20, 100, lead);
        return shop;
    }

    @Seeds(20)
    void noUnitIsLostBetweenDeliveryAndSale(long seed) {
        var shop = shop(9, 5);
        for (int hour = 0; hour < 24 * 30; hour++) {
            shop.step(hour, Chance.of(seed, 0));
            assertThat(shop.stock(0)).isBetween(0L, 100L);
            assertThat(shop.stock(0) + shop.onOrder(0)).isLessThanOrEqualTo(100);
        }
        assertThat(shop.turnoverPaise(0) % 1_000).isZero();
        long sold = shop.turnoverPaise(0) / 1_000;
        double expected = 9 * 12 * 30;
        assertThat((double) (sold + shop.lostSales(0))).isCloseTo(expected, within(250.0));
        assertThat(shop.deliveries(0)).isBetween(20L, 60L);
    }

    @Test
    void staffAndWaterCountInOpenHoursAlone() {
        var shop = shop(0, 5);
        for (int hour = 0; hour < 24; hour++) {
            shop.step(hour, Chance.of(1, 0));
        }
        assertThat(shop.staffHours(0)).isEqualTo(36);
        assertThat(shop.waterMillilitres(0)).isEqualTo(72_000);
        assertThat(shop.turnoverPaise(0)).isZero();
    }

    @Test
    void anOrderComesAfterItsLeadTime() {
        var shop = shop(1000, 3);
        shop.step(9, Chance.of(1, 0));
        assertThat(shop.stock(0)).isZero();
        assertThat(shop.onOrder(0)).isEqualTo(100);
        shop.step(10, Chance.of(1, 0));
        shop.step(11, Chance.of(1, 0));
        assertThat(shop.deliveries(0)).isZero();
        shop.step(12, Chance.of(1, 0));
        assertThat(shop.deliveries(0)).isEqualTo(1);
        assertThat(shop.turnoverPaise(0)).isEqualTo(200_000);
    }

    private static Farms farm(double adjustment, double spoilage) {
        var traits = new FarmTraits(adjustment, spoilage, 10, 0.5, 0);
        return Farms.of(traits, new double[] {2}, new double[] {30}, new double[] {50}, 2000);
    }

    /** E' = E + b (P - E), Nerlove 1958: 2000, 2100, 2175. */
    @Test
    void theExpectedPriceFollowsTheMarketByAQuarter() {
        var farm = farm(0.25, 0);
        farm.marketDay(2400);
        assertThat(farm.expectedPrice(0)).isEqualTo(2100);
        farm.marketDay(2400);
        assertThat(farm.expectedPrice(0)).isEqualTo(2175);
    }

    @Test
    void aFarmHoldsAtALowPriceAsMuchAsItsStoreTakes() {
        var farm = farm(0, 0);
        farm.harvest(0, Chance.of(1, 0), 1);
        assertThat(farm.heldQuintals(0)).isCloseTo(60, within(1e-9));
        farm.marketDay(1900);
        assertThat(farm.soldQuintals(0)).isCloseTo(10, within(1e-9));
        farm.marketDay(2000);
        assertThat(farm.heldQuintals(0)).isZero();
        assertThat(farm.earnedRupees(0)).isCloseTo(10 * 1900 + 50 * 2000, within(1e-6));
    }

    @Test
    void spoilageMakesAFarmSellBelowItsExpectation() {
        var farm = farm(0, 0.01);
        farm.harvest(0, Chance.of(1, 0), 1);
        farm.marketDay(1850);
        assertThat(farm.heldQuintals(0)).isZero();
    }

    @Test
    void aLowerPriceSowsLessLand() {
        var farm = farm(1, 0);
        farm.marketDay(500);
        farm.sow();
        assertThat(farm.sownHectares(0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatCannotBeTradedIsRefused() {
        assertThatThrownBy(() -> Businesses.of(1).setTrade(0, 1, 1, 5, 5, 1))
                .hasMessageContaining("s 5, S 5");
        assertThatThrownBy(() -> Businesses.of(1).setStaffing(0, 9, 8, 1, 1))
                .hasMessageContaining("open 9 to 8");
        assertThatThrownBy(() -> farm(0, 0).marketDay(0)).hasMessageContaining("price 0.0");
        assertThatThrownBy(() -> new FarmTraits(2, 0, 1, 0, 0)).hasMessageContaining("2.0");
    }
}
