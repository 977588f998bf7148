/** Proofs about months of raw rows. */
@NullMarked
package town.nagar.data.partitions;

import org.jspecify.annotations.NullMarked;
