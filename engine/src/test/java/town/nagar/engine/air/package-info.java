/** The course of the air, from one plume to a town. */
@NullMarked
package town.nagar.engine.air;

import org.jspecify.annotations.NullMarked;
