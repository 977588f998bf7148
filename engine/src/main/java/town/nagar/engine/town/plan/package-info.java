/** A town as it is handed in, before any hour passes. */
@NullMarked
package town.nagar.engine.town.plan;

import org.jspecify.annotations.NullMarked;
