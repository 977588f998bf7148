@NullMarked
package town.nagar.contracts.json;

import org.jspecify.annotations.NullMarked;
