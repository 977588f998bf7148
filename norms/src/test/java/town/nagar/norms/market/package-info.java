/** Tests. */
@NullMarked
package town.nagar.norms.market;

import org.jspecify.annotations.NullMarked;
