/** Tests. */
@NullMarked
package town.nagar.ingestion.connectors;

import org.jspecify.annotations.NullMarked;
