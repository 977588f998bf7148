/** Exact short windows of one sensor, whatever the order and repetition of its readings. */
@NullMarked
package town.nagar.streams.window;

import org.jspecify.annotations.NullMarked;
