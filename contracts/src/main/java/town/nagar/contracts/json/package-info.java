/** How contracts are written as JSON. */
@NullMarked
package town.nagar.contracts.json;

import org.jspecify.annotations.NullMarked;
