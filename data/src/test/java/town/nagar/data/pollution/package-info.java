/** Proofs about means and indices of the air. */
@NullMarked
package town.nagar.data.pollution;

import org.jspecify.annotations.NullMarked;
