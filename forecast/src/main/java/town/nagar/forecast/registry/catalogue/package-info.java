/**
 * Registered models and their versions, as MLflow knows them: in our tables or on a server of its
 * own.
 */
@NullMarked
package town.nagar.forecast.registry.catalogue;

import org.jspecify.annotations.NullMarked;
