/** Features of the past, in Parquet on the object store. */
@NullMarked
package town.nagar.forecast.featurestore.offline;

import org.jspecify.annotations.NullMarked;
