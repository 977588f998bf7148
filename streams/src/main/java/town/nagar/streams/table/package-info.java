/** Raw readings into the tables of PostgreSQL, in batches and once each. */
@NullMarked
package town.nagar.streams.table;

import org.jspecify.annotations.NullMarked;
