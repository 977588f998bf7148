/** The routes of /v1/models. */
@NullMarked
package town.nagar.forecast.registry.models;

import org.jspecify.annotations.NullMarked;
