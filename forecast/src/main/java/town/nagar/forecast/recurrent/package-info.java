/** The traffic net: long short-term memory over the last hours, trained by PyTorch. */
@NullMarked
package town.nagar.forecast.recurrent;

import org.jspecify.annotations.NullMarked;
