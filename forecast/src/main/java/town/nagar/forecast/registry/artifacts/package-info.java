/** Model files in the object store, named by their contents. */
@NullMarked
package town.nagar.forecast.registry.artifacts;

import org.jspecify.annotations.NullMarked;
