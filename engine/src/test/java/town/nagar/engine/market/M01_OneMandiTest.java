package town.nagar.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;

/** One mandi: expectations, shocks and a floor. */
final class M01_OneMandiTest {
    private static final ElasticMarket WHEAT = new ElasticMarket(2400, 100, -0.34, 0.22);

    /** Demand 100 - 2 P, supply 10 + P of last season, from 40. */
    @Test
    void theCobwebWindsInOnThirty() {
        var prices = new double[7];
        prices[0] = 40;
        var cobweb = new Cobweb(100, 2, 10, 1, 1);
        cobweb.run(prices);
        assertThat(prices).containsExactly(40, 25, 32.5, 28.75, 30.625, 29.6875, 30.15625);
        assertThat(cobweb.equilibriumPrice()).isEqualTo(30);
        assertThat(cobweb.contraction()).isEqualTo(-0.5);
        assertThat(cobweb.stable()).isTrue();
    }

    @Test
    void steepSupplyWindsOutUnlessSowersLearnSlowly() {
        assertThat(new Cobweb(100, 1, 10, 2, 1).stable()).isFalse();
        assertThat(new Cobweb(100, 1, 10, 1, 1).stable()).isFalse();
        var slow = new Cobweb(100, 1, 10, 2, 0.5);
        assertThat(slow.stable()).isTrue();
        var prices = new double[60];
        prices[0] = 10;
        slow.run(prices);
        assertThat(prices[59]).isCloseTo(30, within(1e-9));
        var wild = new double[60];
        wild[0] = 31;
        new Cobweb(100, 1, 10, 2, 1).run(wild);
        assertThat(Math.abs(wild[59] - 30)).isGreaterThan(1e9);
    }

    @Test
    void aShockMovesThePriceByItsClosedFormula() {
        assertThat(WHEAT.priceAfter(1, 1)).isEqualTo(2400);
        double price = WHEAT.priceAfter(1.1, 0.9);
        assertThat(price).isCloseTo(2400 * Math.pow(1.1 / 0.9, 1 / 0.56), within(1e-9));
        assertThat(WHEAT.quantityAfter(1.1, 0.9))
                .isCloseTo(1.1 * WHEAT.demandAt(price), within(1e-9));
    }

    /** The slow twin: halving until demand meets supply. */
    @Seeds(50)
    void theClosedFormulaIsWhereTheCurvesMeet(long seed) {
        var random = new Random(seed);
        double demand = 0.5 + random.nextDouble();
        double supply = 0.5 + random.nextDouble();
        double low = 1;
        double high = 1e6;
        for (int n = 0; n < 200; n++) {
            double middle = Math.sqrt(low * high);
            double offered = supply * 100 * Math.pow(middle / 2400, 0.22);
            boolean scarce = demand * WHEAT.demandAt(middle) > offered;
            low = scarce ? middle : low;
            high = scarce ? high : middle;
        }
        assertThat(WHEAT.priceAfter(demand, supply)).isCloseTo(low, within(1e-8 * low));
    }

    @Test
    void aFloorUnderTheMarketDoesNothing() {
        Procurement.Day day = new Procurement(2300, 0.5).sell(WHEAT, 100);
        assertThat(day).isEqualTo(new Procurement.Day(2400, 2400, 0));
    }

    @Test
    void aFloorOverTheMarketBuysUntilTheMarketPaysIt() {
        Procurement.Day day = new Procurement(2425, 0.9).sell(WHEAT, 120);
        assertThat(day.marketPrice()).isCloseTo(2425, within(1e-6));
        assertThat(day.growerPrice()).isCloseTo(2425, within(1e-6));
        assertThat(day.procured()).isCloseTo(120 - WHEAT.demandAt(2425), within(1e-9));
    }

    @Test
    void aSmallShareLeavesTheMarketUnderTheFloor() {
        Procurement.Day day = new Procurement(2425, 0.1).sell(WHEAT, 150);
        assertThat(day.procured()).isCloseTo(15, within(1e-9));
        assertThat(day.marketPrice()).isCloseTo(WHEAT.priceOf(135), within(1e-9)).isLessThan(2425);
        assertThat(day.growerPrice()).isBetween(day.marketPrice(), 2425.0);
        assertThat(day.growerPrice()).isCloseTo(0.1 * 2425 + 0.9 * day.marketPrice(), within(1e-9));
    }

    @Seeds(200)
    void theFloorReachesConsumersOnce(long seed) {
        var random = new Random(seed);
        double arrivals = 50 + 150 * random.nextDouble();
        var floor = new Procurement(1500 + 2000 * random.nextDouble(), random.nextDouble());
        Procurement.Day day = floor.sell(WHEAT, arrivals);
        double free = WHEAT.priceOf(arrivals);
        double once = WHEAT.priceOf(arrivals - day.procured());
        assertThat(day.marketPrice()).isCloseTo(once, within(1e-9 * once));
        assertThat(day.marketPrice())
                .isBetween(free * (1 - 1e-12), Math.max(free, floor.floorPrice()) * (1 + 1e-9));
        assertThat(day.growerPrice()).isGreaterThanOrEqualTo(day.marketPrice() * (1 - 1e-12));
    }

    @Test
    void marketsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new ElasticMarket(1, 1, 0.3, 0.2))
                .hasMessageContaining("demand elasticity is 0.3; allowed are numbers from -20");
        assertThatThrownBy(() -> new ElasticMarket(1, 1, 0, 0)).hasMessageContaining("less demand");
        assertThatThrownBy(() -> new Cobweb(1, 0, 1, 1, 1)).hasMessageContaining("demand slope");
        assertThatThrownBy(() -> new Procurement(1, 1.5)).hasMessageContaining("1.5");
    }
}
