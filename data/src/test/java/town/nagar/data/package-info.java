/** Proofs about the data service as a whole. */
@NullMarked
package town.nagar.data;

import org.jspecify.annotations.NullMarked;
