package town.nagar.engine.water;

import static town.nagar.engine.water.network.FileUnits.CUBIC_FOOT;
import static town.nagar.engine.water.network.FileUnits.FOOT;

/**
 * The limits and stand-ins of EPANET 2.2, turned from feet and cubic feet a second into SI, so that
 * both come to the same answer along the same steps.
 */
final class Tolerances {
    /** Heads this close are equal, metres. */
    static final double HEAD = 0.0005 * FOOT;

    /** Flows this small are none, m3/s. */
    static final double FLOW = 0.0001 * CUBIC_FOOT;

    /** Flow of a closed link at the start, m3/s. */
    static final double REST = 1e-6 * CUBIC_FOOT;

    /** Smallest head loss gradient, m/(m3/s). */
    static final double GRADIENT = 1e-7 * FOOT / CUBIC_FOOT;

    /** Head loss gradient of what is shut, m/(m3/s). */
    static final double SHUT_GRADIENT = 1e8 * FOOT / CUBIC_FOOT;

    /** Head loss gradient of an open valve without loss, m/(m3/s). */
    static final double OPEN_GRADIENT = 1e-6 * FOOT / CUBIC_FOOT;

    /** Weight by which a node's head is forced to a value, (m3/s)/m. */
    static final double FORCE = 1e8 * CUBIC_FOOT / FOOT;

    /** Steepness of the walls that keep flows above or below a limit, m/(m3/s). */
    static final double WALL_GRADIENT = 1e9 * FOOT / CUBIC_FOOT;

    /** Roundness of the foot of such a wall, square metres of head. */
    static final double WALL_ROUNDNESS = 1e-6 * FOOT * FOOT;

    private Tolerances() {}
}
