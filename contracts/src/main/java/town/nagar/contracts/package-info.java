/**
 * What the parts of Nagar say to each other: domains and topics; readings, places, alerts below.
 */
@NullMarked
package town.nagar.contracts;

import org.jspecify.annotations.NullMarked;
