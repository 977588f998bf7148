/** The commands forecast models, promote and rollback. */
@NullMarked
package town.nagar.forecast.registry.command;

import org.jspecify.annotations.NullMarked;
