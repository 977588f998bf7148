/** Tests of the package of this name. */
@NullMarked
package town.nagar.streams.jobs;

import org.jspecify.annotations.NullMarked;
