@NullMarked
package town.nagar.ingestion.pressure;

import org.jspecify.annotations.NullMarked;
