/** A course on runs in pairs and how far their means can be trusted. */
@NullMarked
package town.nagar.engine.uncertainty;

import org.jspecify.annotations.NullMarked;
