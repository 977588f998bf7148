/** Models made anew when something calls for it, from what the town has stored. */
@NullMarked
package town.nagar.forecast.retraining;

import org.jspecify.annotations.NullMarked;
