package town.nagar.engine.traffic;

/**
 * One direction of a road between two nodes, with the travel time law of the Bureau of Public
 * Roads: time = freeFlowTime (1 + b (flow / capacity)^power).
 *
 * <p>Capacity is in the unit of the trips, for instance PCU per hour; time, length and toll are in
 * any unit the network keeps throughout.
 *
 * @param from node it leaves, from 1
 * @param to node it reaches, from 1
 * @param capacity flow at which the time is freeFlowTime (1 + b); may be 0 where b or freeFlowTime
 *     is
 * @param length not negative
 * @param freeFlowTime not negative
 * @param b not negative; 0 for a constant time
 * @param power not negative; need not be whole
 * @param toll not negative
 */
public record RoadLink(
        int from,
        int to,
        double capacity,
        double length,
        double freeFlowTime,
        double b,
        double power,
        double toll) {
    /**
     * @throws IllegalArgumentException naming the link, the value and what is allowed
     */
    public RoadLink {
        requireNotNegative("capacity", capacity, from, to);
        requireNotNegative("length", length, from, to);
        requireNotNegative("free flow time", freeFlowTime, from, to);
        requireNotNegative("b", b, from, to);
        requireNotNegative("power", power, from, to);
        requireNotNegative("toll", toll, from, to);
        if (capacity == 0 && b > 0 && freeFlowTime > 0) {
            throw new IllegalArgumentException(
                    "link %d-%d has capacity 0; allowed is more than 0 where time grows with flow"
                            .formatted(from, to));
        }
    }

    private static void requireNotNegative(String name, double value, int from, int to) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "link %d-%d has %s %s; allowed are numbers from 0"
                            .formatted(from, to, name, value));
        }
    }

    /** This link with another capacity, for instance after a lane was taken away. */
    public RoadLink withCapacity(double newCapacity) {
        return new RoadLink(from, to, newCapacity, length, freeFlowTime, b, power, toll);
    }

    /** This link with another toll. */
    public RoadLink withToll(double newToll) {
        return new RoadLink(from, to, capacity, length, freeFlowTime, b, power, newToll);
    }
}
