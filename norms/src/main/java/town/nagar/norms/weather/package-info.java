/** What the India Meteorological Department calls heavy rain. */
@NullMarked
package town.nagar.norms.weather;

import org.jspecify.annotations.NullMarked;
