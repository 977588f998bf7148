package town.nagar.simulation.calibration;

/**
 * How far a model is from history, in blocks of time that follow each other and are about
 * independent, such as weeks.
 */
public interface Misfit {
    /** Blocks there are. */
    int blocks();

    /** Values measured in a block; may be 0. */
    int observations(int block);

    /**
     * Writes the sum of squared errors of each block.
     *
     * @param parameters one value a parameter, within its bounds
     * @param out one slot a block
     */
    void squares(double[] parameters, double[] out);
}
