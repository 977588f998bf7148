/** What comes next at a place, answered over HTTP from its stored history and a kept model. */
@NullMarked
package town.nagar.forecast.serving;

import org.jspecify.annotations.NullMarked;
