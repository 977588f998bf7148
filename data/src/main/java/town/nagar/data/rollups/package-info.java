/** Derived rows, brought up to date where raw rows changed. */
@NullMarked
package town.nagar.data.rollups;

import org.jspecify.annotations.NullMarked;
