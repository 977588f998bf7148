/** Back-pressure: senders wait while the streams are behind. */
@NullMarked
package town.nagar.ingestion.pressure;

import org.jspecify.annotations.NullMarked;
