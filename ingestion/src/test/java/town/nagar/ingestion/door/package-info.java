/** Tests. */
@NullMarked
package town.nagar.ingestion.door;

import org.jspecify.annotations.NullMarked;
