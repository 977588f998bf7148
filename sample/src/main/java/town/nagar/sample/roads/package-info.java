/** The directed road graph of a town and what follows from its shape. */
@NullMarked
package town.nagar.sample.roads;

import org.jspecify.annotations.NullMarked;
