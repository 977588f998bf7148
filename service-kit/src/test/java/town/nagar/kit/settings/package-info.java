/** Tests. */
@NullMarked
package town.nagar.kit.settings;

import org.jspecify.annotations.NullMarked;
