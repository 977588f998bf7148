/** What a sensor said, in canonical units, with what is known about its quality. */
@NullMarked
package town.nagar.contracts.readings;

import org.jspecify.annotations.NullMarked;
