/** Whether invented towns hang together. */
@NullMarked
package town.nagar.sample.generate;

import org.jspecify.annotations.NullMarked;
