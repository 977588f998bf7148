/** A course on telling which inputs matter. */
@NullMarked
package town.nagar.engine.uncertainty.sensitivity;

import org.jspecify.annotations.NullMarked;
