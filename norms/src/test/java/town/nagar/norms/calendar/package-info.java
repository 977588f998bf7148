/** Tests of holidays and festivals. */
@NullMarked
package town.nagar.norms.calendar;

import org.jspecify.annotations.NullMarked;
