/** Ways to say what comes next, from the last value to boosted trees and their ensemble. */
@NullMarked
package town.nagar.forecast.model;

import org.jspecify.annotations.NullMarked;
