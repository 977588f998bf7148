/** What deserves attention: the events of an alert's life. */
@NullMarked
package town.nagar.contracts.alerts;

import org.jspecify.annotations.NullMarked;
