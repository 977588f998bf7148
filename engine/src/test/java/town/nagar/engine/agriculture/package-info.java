/** The course of farming, from a lawn to a canal. */
@NullMarked
package town.nagar.engine.agriculture;

import org.jspecify.annotations.NullMarked;
