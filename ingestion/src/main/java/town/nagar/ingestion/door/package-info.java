/** The one door: bytes in, checked readings out, whatever the route. */
@NullMarked
package town.nagar.ingestion.door;

import org.jspecify.annotations.NullMarked;
