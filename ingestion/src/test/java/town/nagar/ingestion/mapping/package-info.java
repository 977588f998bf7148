/** Tests. */
@NullMarked
package town.nagar.ingestion.mapping;

import org.jspecify.annotations.NullMarked;
