/** Tests of work that is done again and again. */
@NullMarked
package town.nagar.kit.recurring;

import org.jspecify.annotations.NullMarked;
