/** What a scenario changes in a town, as data. */
@NullMarked
package town.nagar.engine.town.policy;

import org.jspecify.annotations.NullMarked;
