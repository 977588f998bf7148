/** Weather: hourly values, heavy rain and heat. */
@NullMarked
package town.nagar.streams.weather;

import org.jspecify.annotations.NullMarked;
