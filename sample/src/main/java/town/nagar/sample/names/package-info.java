/** Names in three languages from invented parts; no person's among them. */
@NullMarked
package town.nagar.sample.names;

import org.jspecify.annotations.NullMarked;
