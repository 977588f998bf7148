/** Outside data in, checked readings out. */
@NullMarked
package town.nagar.ingestion;

import org.jspecify.annotations.NullMarked;
