/** Tests. */
@NullMarked
package town.nagar.ingestion.deadletters;

import org.jspecify.annotations.NullMarked;
