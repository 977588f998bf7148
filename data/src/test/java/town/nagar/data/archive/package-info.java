/** Proofs about archived rows. */
@NullMarked
package town.nagar.data.archive;

import org.jspecify.annotations.NullMarked;
