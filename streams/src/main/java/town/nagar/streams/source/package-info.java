/** Readings as they come from Kafka, with event time. */
@NullMarked
package town.nagar.streams.source;

import org.jspecify.annotations.NullMarked;
