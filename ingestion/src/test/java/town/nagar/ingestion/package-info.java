/** Tests. */
@NullMarked
package town.nagar.ingestion;

import org.jspecify.annotations.NullMarked;
