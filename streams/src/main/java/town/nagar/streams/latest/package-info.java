/** The newest value of each sensor and window, in Redis. */
@NullMarked
package town.nagar.streams.latest;

import org.jspecify.annotations.NullMarked;
