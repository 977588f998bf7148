/** How full a road is, in passenger car units, and how well it serves. */
@NullMarked
package town.nagar.norms.traffic;

import org.jspecify.annotations.NullMarked;
