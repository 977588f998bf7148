/** Files sent into a running town in the order of their event times. */
@NullMarked
package town.nagar.ingestion.replay;

import org.jspecify.annotations.NullMarked;
