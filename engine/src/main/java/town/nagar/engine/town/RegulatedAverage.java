package town.nagar.engine.town;

/**
 * Rows of numbers that are moved towards those wished for, round by round, by a step that shrinks
 * fast when they came no nearer and slowly when they did (the self-regulated averages of Liu, He
 * and He, Netw. Spat. Econ. 9 (2009) 485-503, cited from memory).
 */
final class RegulatedAverage {
    private static final double FIRST_INERTIA = 1;
    private static final double MORE_INERTIA = 1.9;
    private static final double LESS_INERTIA = 0.02;

    private final double[][] rows;
    private double apartBefore = Double.POSITIVE_INFINITY;
    private double inertia = FIRST_INERTIA;

    /**
     * @param rows moved in place
     */
    RegulatedAverage(double[][] rows) {
        this.rows = rows;
    }

    /** Sum of what the wished for differ by, over the sum of the rows; 0 if that is 0. */
    double apart(double[][] wished) {
        double apart = 0;
        double whole = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int slot = 0; slot < rows[row].length; slot++) {
                apart += Math.abs(wished[row][slot] - rows[row][slot]);
                whole += rows[row][slot];
            }
        }
        return whole > 0 ? apart / whole : 0;
    }

    /**
     * Moves the rows by a step.
     *
     * @param apart by how much they differ now
     */
    void move(double[][] wished, double apart) {
        inertia += apart > apartBefore ? MORE_INERTIA : LESS_INERTIA;
        apartBefore = apart;
        double weight = 1 / inertia;
        for (int row = 0; row < rows.length; row++) {
            for (int slot = 0; slot < rows[row].length; slot++) {
                rows[row][slot] += weight * (wished[row][slot] - rows[row][slot]);
            }
        }
    }
}
