/** Holidays and festivals of India and Gujarat, which move traffic, water, prices and the air. */
@NullMarked
package town.nagar.norms.calendar;

import org.jspecify.annotations.NullMarked;
