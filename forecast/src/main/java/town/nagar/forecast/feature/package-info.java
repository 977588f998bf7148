/** What a model may know of a place at an origin: one definition for training and forecasting. */
@NullMarked
package town.nagar.forecast.feature;

import org.jspecify.annotations.NullMarked;
