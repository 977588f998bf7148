/** Puts traffic readings on a broker as fast as it acknowledges them, for benchmarks. */
@NullMarked
package town.nagar.sample.load;

import org.jspecify.annotations.NullMarked;
