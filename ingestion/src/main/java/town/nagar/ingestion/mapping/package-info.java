/** How foreign files are read: columns, units, clocks, missing values. */
@NullMarked
package town.nagar.ingestion.mapping;

import org.jspecify.annotations.NullMarked;
