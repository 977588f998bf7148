/** Proofs about the tables. */
@NullMarked
package town.nagar.data.schema;

import org.jspecify.annotations.NullMarked;
