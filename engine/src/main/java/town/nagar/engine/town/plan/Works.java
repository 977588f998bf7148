package town.nagar.engine.town.plan;

/**
 * A factory or brick kiln that emits from a stack.
 *
 * @param zone index of the zone it stands in
 * @param releaseMetres height of the stack with plume rise, 0 to 2,000
 * @param pm25GramsPerSecond while it works, from 0
 * @param hours when it works
 */
public record Works(
        String id,
        int zone,
        double eastMetres,
        double northMetres,
        double releaseMetres,
        double pm25GramsPerSecond,
        HourSet hours) {
    /**
     * @throws IllegalArgumentException naming the works, the value and what is allowed
     */
    public Works {
        String what = "works " + id + ": ";
        Ranges.requireBetween(what + "release height, m", releaseMetres, 0, 2000);
        Ranges.requireBetween(what + "PM2.5, g/s", pm25GramsPerSecond, 0, 1e6);
        Ranges.requireBetween(what + "east, m", eastMetres, -1e7, 1e7);
        Ranges.requireBetween(what + "north, m", northMetres, -1e7, 1e7);
    }
}
