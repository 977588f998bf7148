/** India's National Air Quality Index: means, sub-indices, validity, categories, units. */
@NullMarked
package town.nagar.norms.air;

import org.jspecify.annotations.NullMarked;
