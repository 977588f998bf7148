/** Which sensors a town has, and where: the same for invented and imported towns. */
@NullMarked
package town.nagar.sample.layout;

import org.jspecify.annotations.NullMarked;
