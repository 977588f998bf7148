@NullMarked
package town.nagar.forecast.retraining;

import org.jspecify.annotations.NullMarked;
