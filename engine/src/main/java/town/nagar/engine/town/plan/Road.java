package town.nagar.engine.town.plan;

/**
 * One direction of a road between two nodes.
 *
 * @param id such as {@code R0001}
 * @param from index into the plan's nodes
 * @param to index into the plan's nodes
 * @param lengthMetres along the road, above 0
 * @param lanes of this direction, from 1
 * @param capacityPcuPerHour of this direction, above 0
 * @param freeKmPerHour speed when it is empty, above 0
 * @param siltGramsPerM2 dust that wheels can lift, from 0
 */
public record Road(
        String id,
        int from,
        int to,
        RoadClass kind,
        double lengthMetres,
        int lanes,
        double capacityPcuPerHour,
        double freeKmPerHour,
        double siltGramsPerM2) {
    /**
     * @throws IllegalArgumentException naming the road, the value and what is allowed
     */
    public Road {
        String what = "road " + id + ": ";
        Ranges.requireAbove(what + "length, m", lengthMetres, 0);
        Ranges.requireBetween(what + "lanes", lanes, 1, 50);
        Ranges.requireAbove(what + "capacity, PCU/h", capacityPcuPerHour, 0);
        Ranges.requireBetween(what + "free speed, km/h", freeKmPerHour, 1, 200);
        Ranges.requireBetween(what + "silt, g/m2", siltGramsPerM2, 0, 400);
        if (from == to) {
            throw new IllegalArgumentException(
                    "%sfrom node %d to itself; allowed are two nodes".formatted(what, from));
        }
    }

    /** A road with the silt of its class. */
    public static Road of(
            String id,
            int from,
            int to,
            RoadClass kind,
            double lengthMetres,
            int lanes,
            double capacityPcuPerHour,
            double freeKmPerHour) {
        return new Road(
                id,
                from,
                to,
                kind,
                lengthMetres,
                lanes,
                capacityPcuPerHour,
                freeKmPerHour,
                kind.siltGramsPerM2());
    }
}
