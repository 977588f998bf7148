/** How values look between operators and at rest in state: compact bytes with a version. */
@NullMarked
package town.nagar.streams.wire;

import org.jspecify.annotations.NullMarked;
