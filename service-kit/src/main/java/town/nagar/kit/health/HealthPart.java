package town.nagar.kit.health;

/** A part whose health is shown; checks answer within a second or so. */
public interface HealthPart {
    /** Lower case with dashes, such as {@code postgres}. */
    String name();

    Health check();

    /** Whether the service is not ready without this part. */
    default boolean needed() {
        return false;
    }
}
