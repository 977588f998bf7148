package town.nagar.engine.town.policy;

import java.util.List;

/**
 * What else may be let into the air.
 *
 * @param works multiply where several concern one works
 * @param burningFactor of open fires of waste, 0 to 10; 0 is a ban that is obeyed
 * @param hearthFactor of cooking fires, 0 to 10; below 1 is cleaner fuel
 */
public record AirChange(List<WorksLimit> works, double burningFactor, double hearthFactor) {
    /** As ever. */
    public static final AirChange NONE = new AirChange(List.of(), 1, 1);

    /**
     * @throws IllegalArgumentException naming the value and what is allowed
     */
    public AirChange {
        works = List.copyOf(works);
        Checks.requireBetween("air: burning factor", burningFactor, 0, 10);
        Checks.requireBetween("air: hearth factor", hearthFactor, 0, 10);
    }
}
