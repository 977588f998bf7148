/** Makes an invented town from a seed. */
@NullMarked
package town.nagar.sample.generate;

import org.jspecify.annotations.NullMarked;
