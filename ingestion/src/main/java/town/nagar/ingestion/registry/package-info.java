/** Which sensors are known, and how strangers are entered. */
@NullMarked
package town.nagar.ingestion.registry;

import org.jspecify.annotations.NullMarked;
