/** Tests. */
@NullMarked
package town.nagar.ingestion.registry;

import org.jspecify.annotations.NullMarked;
