/** Months of raw tables: made ahead, put in order once closed, dropped when old. */
@NullMarked
package town.nagar.data.partitions;

import org.jspecify.annotations.NullMarked;
