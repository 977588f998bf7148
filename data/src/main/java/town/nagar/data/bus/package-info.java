/** Topics taken into tables, each record exactly once. */
@NullMarked
package town.nagar.data.bus;

import org.jspecify.annotations.NullMarked;
