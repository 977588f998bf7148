/** A course on people who decide, from one commuter to a town. */
@NullMarked
package town.nagar.engine.people;

import org.jspecify.annotations.NullMarked;
