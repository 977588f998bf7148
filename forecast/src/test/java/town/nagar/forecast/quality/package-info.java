/** Tests. */
@NullMarked
package town.nagar.forecast.quality;

import org.jspecify.annotations.NullMarked;
