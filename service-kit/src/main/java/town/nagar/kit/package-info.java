/** How a service starts and how it speaks HTTP. */
@NullMarked
package town.nagar.kit;

import org.jspecify.annotations.NullMarked;
