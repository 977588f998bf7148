/** Tests of the link to Redis. */
@NullMarked
package town.nagar.kit.redis;

import org.jspecify.annotations.NullMarked;
