/** How much one source may send. */
@NullMarked
package town.nagar.ingestion.limits;

import org.jspecify.annotations.NullMarked;
