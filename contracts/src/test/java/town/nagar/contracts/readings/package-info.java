/** Tests of readings and how they are written. */
@NullMarked
package town.nagar.contracts.readings;

import org.jspecify.annotations.NullMarked;
