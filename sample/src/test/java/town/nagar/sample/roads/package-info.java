/** Whether road graphs know their shape. */
@NullMarked
package town.nagar.sample.roads;

import org.jspecify.annotations.NullMarked;
