/** How the parts of a domain become a Flink job. */
@NullMarked
package town.nagar.streams.jobs;

import org.jspecify.annotations.NullMarked;
