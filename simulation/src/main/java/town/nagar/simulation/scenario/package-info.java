/**
 * What a simulation is asked: interventions, their future, days, runs and costs, read from JSON.
 */
@NullMarked
package town.nagar.simulation.scenario;

import org.jspecify.annotations.NullMarked;
