/** What the simulated sensors of a town see: weather, traffic, air, water, fields and prices. */
@NullMarked
package town.nagar.sample.sensing;

import org.jspecify.annotations.NullMarked;
