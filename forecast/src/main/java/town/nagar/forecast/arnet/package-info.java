/** A small net that reads the last values and knows trend and season: all steps ahead at once. */
@NullMarked
package town.nagar.forecast.arnet;

import org.jspecify.annotations.NullMarked;
