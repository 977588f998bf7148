/** Proofs about alert episodes. */
@NullMarked
package town.nagar.data.alerts;

import org.jspecify.annotations.NullMarked;
