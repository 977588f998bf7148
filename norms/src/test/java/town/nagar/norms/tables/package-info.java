/** Tests of the tables that ship with the norms. */
@NullMarked
package town.nagar.norms.tables;

import org.jspecify.annotations.NullMarked;
