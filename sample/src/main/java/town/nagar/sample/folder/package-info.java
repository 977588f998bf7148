/** The town folder: how a town is written to disk and read again. */
@NullMarked
package town.nagar.sample.folder;

import org.jspecify.annotations.NullMarked;
