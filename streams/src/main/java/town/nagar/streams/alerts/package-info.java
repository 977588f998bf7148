/**
 * When an alert episode opens, repeats and clears, as a pure function of observations in event
 * time.
 */
@NullMarked
package town.nagar.streams.alerts;

import org.jspecify.annotations.NullMarked;
