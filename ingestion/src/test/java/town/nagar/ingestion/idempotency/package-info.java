/** Tests. */
@NullMarked
package town.nagar.ingestion.idempotency;

import org.jspecify.annotations.NullMarked;
