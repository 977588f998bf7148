/** Whole towns: every process real, seen from outside. */
@NullMarked
package town.nagar.checks.town;

import org.jspecify.annotations.NullMarked;
