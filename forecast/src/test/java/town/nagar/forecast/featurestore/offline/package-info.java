/** Tests. */
@NullMarked
package town.nagar.forecast.featurestore.offline;

import org.jspecify.annotations.NullMarked;
