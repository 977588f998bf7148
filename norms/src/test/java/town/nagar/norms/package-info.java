/** Tests of what all norms share. */
@NullMarked
package town.nagar.norms;

import org.jspecify.annotations.NullMarked;
