/** A whole town on one machine: its servers, its streams, its services, kept running. */
@NullMarked
package town.nagar.town.up;

import org.jspecify.annotations.NullMarked;
