/** Towns to try the engine on where no real one is at hand. */
@NullMarked
package town.nagar.engine.town.preset;

import org.jspecify.annotations.NullMarked;
