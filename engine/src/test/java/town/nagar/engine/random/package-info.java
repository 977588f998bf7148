/** Proofs of the draws: published vectors, moments, equidistribution. */
@NullMarked
package town.nagar.engine.random;

import org.jspecify.annotations.NullMarked;
