/** The commands that make town folders: {@code town generate} and {@code town import}. */
@NullMarked
package town.nagar.sample;

import org.jspecify.annotations.NullMarked;
