/**
 * A whole town through the hours: people, roads, pipes, air, fields and prices joined, run by run.
 */
@NullMarked
package town.nagar.engine.town;

import org.jspecify.annotations.NullMarked;
