/** Tests. */
@NullMarked
package town.nagar.ingestion.units;

import org.jspecify.annotations.NullMarked;
