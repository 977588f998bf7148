/** Proofs of the assignment: answers by hand, a slow twin, published networks. */
@NullMarked
package town.nagar.engine.traffic;

import org.jspecify.annotations.NullMarked;
