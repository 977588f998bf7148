/** Tests. */
@NullMarked
package town.nagar.ingestion.limits;

import org.jspecify.annotations.NullMarked;
