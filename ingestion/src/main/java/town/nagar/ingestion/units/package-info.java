/** Units that senders use, and how they become canonical ones. */
@NullMarked
package town.nagar.ingestion.units;

import org.jspecify.annotations.NullMarked;
