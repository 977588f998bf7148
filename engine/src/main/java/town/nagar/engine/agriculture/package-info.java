/** Water that crops drink, what they yield of it, and which field is watered first. */
@NullMarked
package town.nagar.engine.agriculture;

import org.jspecify.annotations.NullMarked;
