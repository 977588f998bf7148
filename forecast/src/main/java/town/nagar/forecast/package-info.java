/** What a town's next hours and days will be, how sure that is, and how good it was before. */
@NullMarked
package town.nagar.forecast;

import org.jspecify.annotations.NullMarked;
