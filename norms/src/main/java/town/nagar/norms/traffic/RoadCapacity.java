package town.nagar.norms.traffic;

import java.util.List;

/**
 * Design service volume of urban roads, PCU an hour (IRC:106-1990, table 2): arterial,
 * sub-arterial, collector.
 */
public enum RoadCapacity {
    TWO_LANE_TWO_WAY(1500, 1200, 900),
    FOUR_LANE_UNDIVIDED(3000, 2400, 1800),
    FOUR_LANE_DIVIDED(3600, 2900, 2900),
    SIX_LANE_DIVIDED(5400, 4300, 4300);

    private static final List<String> CLASSES = List.of("arterial", "sub_arterial", "collector");

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final double[] pcuPerHour;

    RoadCapacity(double... pcuPerHour) {
        this.pcuPerHour = pcuPerHour;
    }

    /**
     * PCU an hour in both directions together.
     *
     * @param roadClass {@code arterial}, {@code sub_arterial} or {@code collector}; where the table
     *     has no collector figure the sub-arterial one is taken
     * @throws IllegalArgumentException for another class
     */
    public double pcuPerHour(String roadClass) {
        int column = CLASSES.indexOf(roadClass);
        if (column < 0) {
            throw new IllegalArgumentException(
                    "road class '%s' is none of %s".formatted(roadClass, CLASSES));
        }
        return pcuPerHour[column];
    }
}
