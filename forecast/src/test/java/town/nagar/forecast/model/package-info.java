/** Tests. */
@NullMarked
package town.nagar.forecast.model;

import org.jspecify.annotations.NullMarked;
