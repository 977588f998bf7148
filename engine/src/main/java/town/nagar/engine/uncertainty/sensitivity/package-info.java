/** Which uncertain inputs move a result: screening, indices of variance, one at a time. */
@NullMarked
package town.nagar.engine.uncertainty.sensitivity;

import org.jspecify.annotations.NullMarked;
