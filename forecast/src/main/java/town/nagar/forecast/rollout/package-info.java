/** The way of a new version from its training to the people who are shown what it says. */
@NullMarked
package town.nagar.forecast.rollout;

import org.jspecify.annotations.NullMarked;
