/** JSON texts with the line of every value, so that who asks for a field can say where it is. */
@NullMarked
package town.nagar.engine.json;

import org.jspecify.annotations.NullMarked;
