/**
 * Flink jobs, one a domain: from readings on Kafka to tables, latest values, aggregates and alerts.
 */
@NullMarked
package town.nagar.streams;

import org.jspecify.annotations.NullMarked;
