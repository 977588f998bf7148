/** The newest values of the town on one page. */
@NullMarked
package town.nagar.data.livepage;

import org.jspecify.annotations.NullMarked;
