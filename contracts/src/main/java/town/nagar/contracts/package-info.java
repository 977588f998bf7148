/** What the parts of Nagar say to each other: topics, domains, readings, alerts. */
@NullMarked
package town.nagar.contracts;

import org.jspecify.annotations.NullMarked;
