/** Which roads trips take when every driver minds the delay the others cause. */
@NullMarked
package town.nagar.engine.traffic;

import org.jspecify.annotations.NullMarked;
