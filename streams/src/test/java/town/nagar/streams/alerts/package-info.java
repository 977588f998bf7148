/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.alerts;

import org.jspecify.annotations.NullMarked;
