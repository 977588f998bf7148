/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.cluster;

import org.jspecify.annotations.NullMarked;
