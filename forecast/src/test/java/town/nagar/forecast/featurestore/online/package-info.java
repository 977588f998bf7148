/** Tests. */
@NullMarked
package town.nagar.forecast.featurestore.online;

import org.jspecify.annotations.NullMarked;
