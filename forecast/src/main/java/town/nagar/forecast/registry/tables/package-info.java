/** The registry's schema in PostgreSQL. */
@NullMarked
package town.nagar.forecast.registry.tables;

import org.jspecify.annotations.NullMarked;
