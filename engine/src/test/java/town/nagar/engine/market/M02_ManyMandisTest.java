package town.nagar.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import town.nagar.engine.course.Seeds;
import town.nagar.engine.course.Steps;

/** Mandis that trade, and a mandi that keeps. */
final class M02_ManyMandisTest {
    private static final double FREE = Double.POSITIVE_INFINITY;

    private static SpatialEquilibrium two(double cost, double capacity) {
        return new SpatialEquilibrium(
                new double[] {10, 30},
                new double[] {1, 1},
                new int[] {0, 1},
                new int[] {1, 0},
                new double[] {cost, cost},
                new double[] {capacity, capacity},
                new double[2],
                new double[2]);
    }

    @Test
    void tradeLeavesTheCostOfTheWayBetweenTwoPrices() {
        SpatialEquilibrium trade = two(4, FREE);
        assertThat(trade.solve(1e-12, 100)).isLessThan(5);
        assertThat(trade.price(0)).isCloseTo(18, within(1e-9));
        assertThat(trade.price(1)).isCloseTo(22, within(1e-9));
        assertThat(trade.shipped(0)).isCloseTo(8, within(1e-9));
        assertThat(trade.shipped(1)).isZero();
    }

    @Test
    void aWayTooDearOrTooNarrowKeepsPricesApart() {
        SpatialEquilibrium dear = two(25, FREE);
        dear.solve(1e-12, 100);
        assertThat(dear.shipped(0)).isZero();
        SpatialEquilibrium narrow = two(4, 3);
        narrow.solve(1e-12, 100);
        assertThat(narrow.shipped(0)).isEqualTo(3);
        assertThat(narrow.price(1) - narrow.price(0)).isCloseTo(14, within(1e-12));
    }

    @Test
    void whatNobodyWantsForNothingRots() {
        var glut =
                new SpatialEquilibrium(
                        new double[] {-5},
                        new double[] {2},
                        new int[0],
                        new int[0],
                        new double[0],
                        new double[0],
                        new double[1],
                        new double[1]);
        assertThat(glut.solve(1e-12, 10)).isLessThan(4);
        assertThat(glut.price(0)).isZero();
        assertThat(glut.discarded(0)).isEqualTo(10);
    }

    @Test
    void theStateBuysAtTheFloorUntilItsShareIsFull() {
        var floors =
                new SpatialEquilibrium(
                        new double[] {10, 10},
                        new double[] {1, 1},
                        new int[0],
                        new int[0],
                        new double[0],
                        new double[0],
                        new double[] {14, 14},
                        new double[] {100, 1});
        floors.solve(1e-12, 10);
        assertThat(floors.price(0)).isEqualTo(14);
        assertThat(floors.procured(0)).isEqualTo(4);
        assertThat(floors.price(1)).isEqualTo(11);
    }

    /** The slow twin: every set of routes that may carry goods, solved as linear equations. */
    @Seeds(100)
    void noOtherTradeIsAnEquilibrium(long seed) {
        var random = new Random(seed);
        int mandis = 3;
        int[] from = {0, 1, 0, 2, 1, 2};
        int[] to = {1, 0, 2, 0, 2, 1};
        double[] alone = random.doubles(mandis, 10, 100).toArray();
        double[] slope = random.doubles(mandis, 0.2, 3).toArray();
        double[] cost = random.doubles(6, 1, 20).toArray();
        double[] free = {FREE, FREE, FREE, FREE, FREE, FREE};
        var trade =
                new SpatialEquilibrium(
                        alone, slope, from, to, cost, free, new double[3], new double[3]);
        assertThat(trade.solve(1e-10, 100_000)).isLessThanOrEqualTo(100_000);
        double[] prices = bruteForce(alone, slope, from, to, cost);
        for (int mandi = 0; mandi < mandis; mandi++) {
            assertThat(trade.price(mandi)).isCloseTo(prices[mandi], within(1e-7));
        }
    }

    private static double[] bruteForce(
            double[] alone, double[] slope, int[] from, int[] to, double[] cost) {
        for (int active = 0; active < 1 << from.length; active++) {
            double[] flow = flows(active, alone, slope, from, to, cost);
            double[] price = alone.clone();
            for (int route = 0; route < from.length; route++) {
                price[from[route]] += flow[route] / slope[from[route]];
                price[to[route]] -= flow[route] / slope[to[route]];
            }
            boolean rests = true;
            for (int route = 0; route < from.length; route++) {
                double surplus = price[to[route]] - price[from[route]] - cost[route];
                boolean carries = (active >> route & 1) == 1;
                rests &= flow[route] > -1e-9 && surplus < 1e-9;
                rests &= !carries || surplus > -1e-9;
            }
            if (rests) {
                return price;
            }
        }
        throw new AssertionError("no equilibrium");
    }

    /** Flows that make every active route's surplus 0, by Gauss and Jordan; NaN if singular. */
    private static double[] flows(
            int active, double[] alone, double[] slope, int[] from, int[] to, double[] cost) {
        int routes = from.length;
        var matrix = new double[routes][routes + 1];
        for (int row = 0; row < routes; row++) {
            if ((active >> row & 1) == 0) {
                matrix[row][row] = 1;
                continue;
            }
            matrix[row][routes] = alone[to[row]] - alone[from[row]] - cost[row];
            for (int column = 0; column < routes; column++) {
                matrix[row][column] =
                        share(to[row], column, slope, from, to)
                                - share(from[row], column, slope, from, to);
            }
        }
        for (int pivot = 0; pivot < routes; pivot++) {
            int best = pivot;
            for (int row = pivot; row < routes; row++) {
                best = Math.abs(matrix[row][pivot]) > Math.abs(matrix[best][pivot]) ? row : best;
            }
            double[] kept = matrix[best];
            matrix[best] = matrix[pivot];
            matrix[pivot] = kept;
            double scale = Math.abs(kept[pivot]) < 1e-9 ? Double.NaN : kept[pivot];
            for (int row = 0; row < routes; row++) {
                double factor = row == pivot ? 0 : matrix[row][pivot] / scale;
                for (int column = 0; column <= routes; column++) {
                    matrix[row][column] -= factor * kept[column];
                }
            }
        }
        var flow = new double[routes];
        for (int route = 0; route < routes; route++) {
            flow[route] = matrix[route][routes] / matrix[route][route];
        }
        return flow;
    }

    private static double share(int mandi, int route, double[] slope, int[] from, int[] to) {
        if (to[route] == mandi) {
            return 1 / slope[mandi];
        }
        return from[route] == mandi ? -1 / slope[mandi] : 0;
    }

    @Seeds(20)
    void twentyMandisComeToRestWithinTheGap(long seed) {
        var random = new Random(seed);
        int mandis = 20;
        int routes = 120;
        int[] from = random.ints(routes, 0, mandis).toArray();
        int[] to = new int[routes];
        for (int route = 0; route < routes; route++) {
            to[route] = (from[route] + 1 + random.nextInt(mandis - 1)) % mandis;
        }
        var trade =
                new SpatialEquilibrium(
                        random.doubles(mandis, -10, 100).toArray(),
                        random.doubles(mandis, 0.2, 3).toArray(),
                        from,
                        to,
                        random.doubles(routes, 0, 20).toArray(),
                        random.doubles(routes, 0, 30).toArray(),
                        random.doubles(mandis, 0, 40).toArray(),
                        random.doubles(mandis, 0, 10).toArray());
        assertThat(trade.solve(1e-9, 100_000)).isLessThanOrEqualTo(100_000);
        assertThat(trade.gap()).isLessThanOrEqualTo(1e-9);
        Runnable again =
                () -> {
                    trade.setPriceAlone(0, 50);
                    trade.solve(1e-6, 1000);
                    trade.reset();
                };
        assertThat(Steps.leastGarbage(again)).isEqualTo(Steps.leastGarbage(() -> {}));
    }

    /** Four periods, a harvest of 80 at once, demand 100 - p, keeping 2 a period. */
    @Test
    void keptGrainDearensByTheCostOfKeeping() {
        SpatialEquilibrium store =
                SeasonStore.of(new double[] {80, 0, 0, 0}, 100, 1, 2, Double.POSITIVE_INFINITY);
        assertThat(store.solve(1e-10, 100_000)).isLessThanOrEqualTo(100_000);
        double first = (4 * 100 - 80 - (2 + 4 + 6)) / 4.0;
        for (int period = 0; period < 4; period++) {
            assertThat(store.price(period)).isCloseTo(first + 2 * period, within(1e-8));
        }
        assertThat(store.shipped(0)).isCloseTo(80 - (100 - first), within(1e-7));
    }

    @Test
    void routesToNowhereAreRefused() {
        assertThatThrownBy(() ->
                        new SpatialEquilibrium(
                                new double[] {1},
                                new double[] {1},
                                new int[] {0},
                                new int[] {0},
                                new double[] {1},
                                new double[] {1},
                                new double[1],
                                new double[1]))
                .hasMessageContaining("route 0 goes from 0 to itself");
    }
}
