/** Readings joined with what is known of their sensor and place. */
@NullMarked
package town.nagar.streams.enrich;

import org.jspecify.annotations.NullMarked;
