/** Proofs about JSON written by hand. */
@NullMarked
package town.nagar.data.json;

import org.jspecify.annotations.NullMarked;
