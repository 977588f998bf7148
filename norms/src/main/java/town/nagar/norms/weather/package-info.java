/** What the India Meteorological Department calls rain, heat and its warnings. */
@NullMarked
package town.nagar.norms.weather;

import org.jspecify.annotations.NullMarked;
