/** What was answered to a batch before, so that a repeated batch gets the same answer. */
@NullMarked
package town.nagar.ingestion.idempotency;

import org.jspecify.annotations.NullMarked;
