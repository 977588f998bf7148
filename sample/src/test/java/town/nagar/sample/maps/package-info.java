/** Whether maps become towns, and bad maps clear messages. */
@NullMarked
package town.nagar.sample.maps;

import org.jspecify.annotations.NullMarked;
