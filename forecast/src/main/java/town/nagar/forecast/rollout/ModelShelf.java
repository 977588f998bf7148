package town.nagar.forecast.rollout;

/** Which versions of a model forecast now, and who is shown what they say. */
@FunctionalInterface
public interface ModelShelf {
    /**
     * The versions of a name such as {@code traffic.vehicle_count}, as they stand now. Asks no
     * server: it answers at once.
     */
    Lineup lineup(String name);
}
