package town.nagar.forecast.explain;

import java.util.function.ToDoubleFunction;

/** Shapley's own formula, over all coalitions: the slow twin. */
final class Games {
    private Games() {}

    static double[] shapley(int players, ToDoubleFunction<boolean[]> worth) {
        double[] values = new double[players];
        for (int player = 0; player < players; player++) {
            for (int mask = 0; mask < 1 << players; mask++) {
                if ((mask >> player & 1) == 0) {
                    int size = Integer.bitCount(mask);
                    double share =
                            factorial(size) * factorial(players - size - 1) / factorial(players);
                    double with = worth.applyAsDouble(coalition(players, mask | 1 << player));
                    double without = worth.applyAsDouble(coalition(players, mask));
                    values[player] += share * (with - without);
                }
            }
        }
        return values;
    }

    private static boolean[] coalition(int players, int mask) {
        boolean[] coalition = new boolean[players];
        for (int player = 0; player < players; player++) {
            coalition[player] = (mask >> player & 1) == 1;
        }
        return coalition;
    }

    private static double factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }
}
