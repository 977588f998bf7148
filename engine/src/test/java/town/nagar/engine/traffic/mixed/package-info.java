/** Proofs of mixed demand and of restrictions as data. */
@NullMarked
package town.nagar.engine.traffic.mixed;

import org.jspecify.annotations.NullMarked;
