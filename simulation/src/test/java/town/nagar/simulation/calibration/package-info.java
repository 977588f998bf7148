/** Proofs that known parameters come back from the history they made. */
@NullMarked
package town.nagar.simulation.calibration;

import org.jspecify.annotations.NullMarked;
