/** Tests. */
@NullMarked
package town.nagar.forecast.featurestore;

import org.jspecify.annotations.NullMarked;
