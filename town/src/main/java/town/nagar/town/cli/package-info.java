/** How a verb and its options are read from a command line. */
@NullMarked
package town.nagar.town.cli;

import org.jspecify.annotations.NullMarked;
