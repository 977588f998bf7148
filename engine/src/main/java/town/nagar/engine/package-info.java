/** Simulation kernels: arrays in, arrays out. */
@NullMarked
package town.nagar.engine;

import org.jspecify.annotations.NullMarked;
