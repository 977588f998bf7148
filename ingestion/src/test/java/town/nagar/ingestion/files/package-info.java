/** Tests. */
@NullMarked
package town.nagar.ingestion.files;

import org.jspecify.annotations.NullMarked;
