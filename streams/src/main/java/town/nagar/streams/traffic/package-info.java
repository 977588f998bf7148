/** Traffic: flow, congestion and incidents on roads. */
@NullMarked
package town.nagar.streams.traffic;

import org.jspecify.annotations.NullMarked;
