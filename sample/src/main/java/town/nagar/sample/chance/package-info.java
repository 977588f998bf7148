/**
 * Chance that depends on a seed and a name alone, so that a town and its days can be made again.
 */
@NullMarked
package town.nagar.sample.chance;

import org.jspecify.annotations.NullMarked;
