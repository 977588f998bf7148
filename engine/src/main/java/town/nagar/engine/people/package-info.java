/** What people are told apart by when they decide: modes, tastes, vehicles, and whom they watch. */
@NullMarked
package town.nagar.engine.people;

import org.jspecify.annotations.NullMarked;
