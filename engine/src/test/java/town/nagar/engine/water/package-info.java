/** A course in water networks, from one pipe to a town, and proofs of the fast parts. */
@NullMarked
package town.nagar.engine.water;

import org.jspecify.annotations.NullMarked;
