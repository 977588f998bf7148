/** Buckets of Indian Standard Time, as arithmetic on milliseconds. */
@NullMarked
package town.nagar.norms.time;

import org.jspecify.annotations.NullMarked;
