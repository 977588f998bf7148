package town.nagar.engine.water.network;

/**
 * Water that is wanted at a junction by one category of users.
 *
 * @param baseM3PerSecond negative where water is fed in
 * @param pattern multiplies the base over time
 */
public record Demand(double baseM3PerSecond, Pattern pattern) {
    public Demand {
        if (!Double.isFinite(baseM3PerSecond)) {
            throw new IllegalArgumentException("demand of %s m3/s".formatted(baseM3PerSecond));
        }
    }
}
