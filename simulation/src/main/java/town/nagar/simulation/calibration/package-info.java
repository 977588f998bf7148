/** Models' parameters fitted to history, with what they are worth on days they have not seen. */
@NullMarked
package town.nagar.simulation.calibration;

import org.jspecify.annotations.NullMarked;
