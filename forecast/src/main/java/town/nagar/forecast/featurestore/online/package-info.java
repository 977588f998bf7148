/** The newest features of each entity, in Redis as Feast lays them out. */
@NullMarked
package town.nagar.forecast.featurestore.online;

import org.jspecify.annotations.NullMarked;
