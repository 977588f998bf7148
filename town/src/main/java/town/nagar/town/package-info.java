/** The assembly and its command line. */
@NullMarked
package town.nagar.town;

import org.jspecify.annotations.NullMarked;
