/** What works and what does not. */
@NullMarked
package town.nagar.kit.health;

import org.jspecify.annotations.NullMarked;
