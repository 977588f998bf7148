@NullMarked
package town.nagar.forecast.rollout;

import org.jspecify.annotations.NullMarked;
