/** Readings from files dropped into the inbox. */
@NullMarked
package town.nagar.ingestion.files;

import org.jspecify.annotations.NullMarked;
