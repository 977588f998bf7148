/**
 * Prophet: a trend that may bend, seasons, holidays and measured influences, fitted in plain Java.
 */
@NullMarked
package town.nagar.forecast.prophet;

import org.jspecify.annotations.NullMarked;
