/** Proofs of weather: its statistics are the climate's, and a climate is learnt back from it. */
@NullMarked
package town.nagar.engine.weather;

import org.jspecify.annotations.NullMarked;
