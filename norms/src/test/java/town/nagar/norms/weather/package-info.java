/** Tests. */
@NullMarked
package town.nagar.norms.weather;

import org.jspecify.annotations.NullMarked;
