/** Water: hourly use and pressure of zones, and where water is lost. */
@NullMarked
package town.nagar.streams.water;

import org.jspecify.annotations.NullMarked;
