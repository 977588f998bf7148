/** Whether town folders are read and refused rightly. */
@NullMarked
package town.nagar.sample.folder;

import org.jspecify.annotations.NullMarked;
