/** Unpacks the PostgreSQL that Maven brought, where none is installed. */
@NullMarked
package town.nagar.servers.postgres;

import org.jspecify.annotations.NullMarked;
