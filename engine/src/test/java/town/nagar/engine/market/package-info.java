/** The course of markets, from one mandi to many. */
@NullMarked
package town.nagar.engine.market;

import org.jspecify.annotations.NullMarked;
