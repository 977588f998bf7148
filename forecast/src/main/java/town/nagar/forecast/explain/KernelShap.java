package town.nagar.forecast.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Shapley values of any model, by weighted regression over coalitions of players: Lundberg and Lee,
 * arXiv 1705.07874.
 *
 * <p>Where all coalitions are asked, they are exact; else coalitions are drawn in pairs of
 * opposites, and they are estimates that still sum to the whole.
 */
final class KernelShap {
    /** What a model is worth when only some players' true values are known. */
    interface Game {
        /** One worth a coalition; a coalition says of each player whether it is in. */
        double[] worths(List<boolean[]> coalitions);
    }

    private static final int MOST_EXACT = 20;

    private final int players;
    private final int samples;
    private final RandomGenerator random;
    private final List<boolean[]> coalitions = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private KernelShap(int players, int samples, RandomGenerator random) {
        this.players = players;
        this.samples = samples;
        this.random = random;
    }

    /** The worth of nobody, and what each player adds to it. */
    static Values values(Game game, int players, int samples, RandomGenerator random) {
        if (players < 1 || samples < 2) {
            throw new IllegalArgumentException(
                    "%d players, %d samples".formatted(players, samples));
        }
        return new KernelShap(players, samples, random).solve(game);
    }

    /** A game's solution. */
    static final class Values {
        final double ofNobody;
        final double ofAll;
        final double[] effects;

        private Values(double ofNobody, double ofAll, double[] effects) {
            this.ofNobody = ofNobody;
            this.ofAll = ofAll;
            this.effects = effects;
        }
    }

    private Values solve(Game game) {
        boolean[] all = new boolean[players];
        Arrays.fill(all, true);
        coalitions.add(new boolean[players]);
        coalitions.add(all);
        if (players < MOST_EXACT && (1 << players) - 2 <= samples) {
            addEvery();
        } else {
            draw();
        }
        double[] worths = game.worths(coalitions);
        double whole = worths[1] - worths[0];
        return new Values(worths[0], worths[1], effects(worths, whole));
    }

    private void addEvery() {
        for (int mask = 1; mask < (1 << players) - 1; mask++) {
            boolean[] coalition = new boolean[players];
            for (int player = 0; player < players; player++) {
                coalition[player] = (mask >> player & 1) == 1;
            }
            coalitions.add(coalition);
            weights.add(weight(Integer.bitCount(mask)));
        }
    }

    /** (M - 1) / (C(M, s) s (M - s)) for s of M players. */
    private double weight(int size) {
        double choices = 1;
        for (int i = 1; i <= size; i++) {
            choices *= (double) (players - size + i) / i;
        }
        return (players - 1) / (choices * size * (players - size));
    }

    /** Sizes by the weight of all coalitions of a size, then any of that size, and its opposite. */
    private void draw() {
        double[] bySize = new double[players];
        double total = 0;
        for (int size = 1; size < players; size++) {
            bySize[size] = 1.0 / size / (players - size);
            total += bySize[size];
        }
        for (int pair = 0; pair < (samples + 1) / 2; pair++) {
            boolean[] coalition = coalition(size(bySize, random.nextDouble() * total));
            boolean[] opposite = new boolean[players];
            for (int player = 0; player < players; player++) {
                opposite[player] = !coalition[player];
            }
            coalitions.add(coalition);
            coalitions.add(opposite);
            weights.add(1.0);
            weights.add(1.0);
        }
    }

    private int size(double[] bySize, double drawn) {
        double left = drawn;
        for (int size = 1; size < players - 1; size++) {
            left -= bySize[size];
            if (left < 0) {
                return size;
            }
        }
        return players - 1;
    }

    private boolean[] coalition(int size) {
        boolean[] coalition = new boolean[players];
        int wanted = size;
        for (int player = 0; player < players; player++) {
            if (random.nextInt(players - player) < wanted) {
                coalition[player] = true;
                wanted--;
            }
        }
        return coalition;
    }

    /** The last player's effect is what the others leave of the whole. */
    private double[] effects(double[] worths, double whole) {
        int last = players - 1;
        LeastSquares regression = new LeastSquares(last);
        for (int i = 2; i < worths.length; i++) {
            boolean[] coalition = coalitions.get(i);
            double in = coalition[last] ? 1 : 0;
            double[] row = new double[last];
            for (int player = 0; player < last; player++) {
                row[player] = (coalition[player] ? 1 : 0) - in;
            }
            regression.add(row, worths[i] - worths[0] - in * whole, weights.get(i - 2));
        }
        double[] effects = Arrays.copyOf(regression.solve(), players);
        effects[last] = whole;
        for (int player = 0; player < last; player++) {
            effects[last] -= effects[player];
        }
        return effects;
    }
}
