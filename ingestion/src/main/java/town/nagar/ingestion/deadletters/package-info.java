/** What was refused: kept, shown, sent in again, and told about. */
@NullMarked
package town.nagar.ingestion.deadletters;

import org.jspecify.annotations.NullMarked;
