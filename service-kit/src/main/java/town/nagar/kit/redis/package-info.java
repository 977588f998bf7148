/** A service's connection to Redis. */
@NullMarked
package town.nagar.kit.redis;

import org.jspecify.annotations.NullMarked;
