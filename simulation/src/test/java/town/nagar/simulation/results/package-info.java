/** How results are told. */
@NullMarked
package town.nagar.simulation.results;

import org.jspecify.annotations.NullMarked;
