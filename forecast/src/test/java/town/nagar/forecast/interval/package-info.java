/** Tests. */
@NullMarked
package town.nagar.forecast.interval;

import org.jspecify.annotations.NullMarked;
