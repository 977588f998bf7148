/** Tests of what the health routes ask. */
@NullMarked
package town.nagar.kit.health;

import org.jspecify.annotations.NullMarked;
