/** What tests of several parts share. */
@NullMarked
package town.nagar.forecast;

import org.jspecify.annotations.NullMarked;
