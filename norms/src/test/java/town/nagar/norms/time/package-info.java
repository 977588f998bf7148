/** Tests. */
@NullMarked
package town.nagar.norms.time;

import org.jspecify.annotations.NullMarked;
