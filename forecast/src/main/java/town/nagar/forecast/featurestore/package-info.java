/** Features as Feast serves them: kept as they are made, looked up, pushed and joined. */
@NullMarked
package town.nagar.forecast.featurestore;

import org.jspecify.annotations.NullMarked;
