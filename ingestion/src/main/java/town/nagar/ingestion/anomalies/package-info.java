/** What is usual for a sensor at an hour of the week. */
@NullMarked
package town.nagar.ingestion.anomalies;

import org.jspecify.annotations.NullMarked;
