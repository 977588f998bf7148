/** Values of features of an entity at a time, the same for all stores. */
@NullMarked
package town.nagar.forecast.featurestore.row;

import org.jspecify.annotations.NullMarked;
