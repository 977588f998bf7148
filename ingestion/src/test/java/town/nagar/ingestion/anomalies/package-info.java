/** Tests. */
@NullMarked
package town.nagar.ingestion.anomalies;

import org.jspecify.annotations.NullMarked;
