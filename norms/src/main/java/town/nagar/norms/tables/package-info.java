/** The comma-separated tables that ship with the norms. */
@NullMarked
package town.nagar.norms.tables;

import org.jspecify.annotations.NullMarked;
