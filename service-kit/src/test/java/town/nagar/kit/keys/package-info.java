/** Tests. */
@NullMarked
package town.nagar.kit.keys;

import org.jspecify.annotations.NullMarked;
