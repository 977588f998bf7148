/** Flink jobs, one a domain. */
@NullMarked
package town.nagar.streams;

import org.jspecify.annotations.NullMarked;
