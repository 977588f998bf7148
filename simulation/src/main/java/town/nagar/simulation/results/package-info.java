/** What a simulation answers, for programs and for people. */
@NullMarked
package town.nagar.simulation.results;

import org.jspecify.annotations.NullMarked;
