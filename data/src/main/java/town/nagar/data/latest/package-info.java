/** The newest value of each sensor, from memory or, where that is away, from the tables. */
@NullMarked
package town.nagar.data.latest;

import org.jspecify.annotations.NullMarked;
