/** How records reach Kafka, and where they wait while they cannot. */
@NullMarked
package town.nagar.ingestion.publish;

import org.jspecify.annotations.NullMarked;
