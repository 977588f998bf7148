/** The commands forecast features list, get and history. */
@NullMarked
package town.nagar.forecast.featurestore.command;

import org.jspecify.annotations.NullMarked;
