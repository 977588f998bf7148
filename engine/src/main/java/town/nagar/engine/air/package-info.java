/** What the town lets into its air, where the wind takes it, and what is breathed. */
@NullMarked
package town.nagar.engine.air;

import org.jspecify.annotations.NullMarked;
