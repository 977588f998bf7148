/** Files kept outside the process: one bucket of an S3 store. */
@NullMarked
package town.nagar.kit.objects;

import org.jspecify.annotations.NullMarked;
