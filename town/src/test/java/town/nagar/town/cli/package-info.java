/** Tests of options. */
@NullMarked
package town.nagar.town.cli;

import org.jspecify.annotations.NullMarked;
