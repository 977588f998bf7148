/** Raw rows as Parquet in object storage, and when objects expire. */
@NullMarked
package town.nagar.data.archive;

import org.jspecify.annotations.NullMarked;
