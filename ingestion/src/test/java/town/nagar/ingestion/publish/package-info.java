/** Tests. */
@NullMarked
package town.nagar.ingestion.publish;

import org.jspecify.annotations.NullMarked;
