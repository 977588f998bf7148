/** What simulated sensors would have measured is what they would have sent. */
@NullMarked
package town.nagar.town.serve;

import org.jspecify.annotations.NullMarked;
