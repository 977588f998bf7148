/** The log's process. */
@NullMarked
package town.nagar.servers.kafka;

import org.jspecify.annotations.NullMarked;
