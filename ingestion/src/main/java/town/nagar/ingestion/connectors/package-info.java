/** Readings fetched from other systems on a schedule. */
@NullMarked
package town.nagar.ingestion.connectors;

import org.jspecify.annotations.NullMarked;
