/** Proofs that derived rows stand on raw rows alone. */
@NullMarked
package town.nagar.data.rollups;

import org.jspecify.annotations.NullMarked;
