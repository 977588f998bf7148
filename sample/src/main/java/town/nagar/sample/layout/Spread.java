package town.nagar.sample.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import town.nagar.contracts.places.Point;
import town.nagar.sample.roads.Degrees;

/**
 * Choosing things that are far from each other: each next one is the farthest from those before.
 */
public final class Spread {
    private Spread() {}

    /**
     * The first thing and others far from it and from each other.
     *
     * @param count at most as many as there are things
     */
    public static <T> List<T> over(List<T> things, Function<T, Point> where, int count) {
        List<T> chosen = new ArrayList<>();
        List<T> left = new ArrayList<>(things);
        while (chosen.size() < count) {
            T next =
                    chosen.isEmpty()
                            ? left.getFirst()
                            : left.stream()
                                    .max(
                                            Comparator.comparingDouble(each ->
                                                    nearest(chosen, where, where.apply(each))))
                                    .orElseThrow();
            chosen.add(next);
            left.remove(next);
        }
        return chosen;
    }

    private static <T> double nearest(List<T> chosen, Function<T, Point> where, Point point) {
        return chosen.stream()
                .mapToDouble(each -> distance(where.apply(each), point))
                .min()
                .orElseThrow();
    }

    static double distance(Point a, Point b) {
        return Degrees.metres(a, b);
    }
}
